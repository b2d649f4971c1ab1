/** Collections: named sets of entities. May use {@code publishing}. */
package org.openedx.devdata.service.content.collections;
