/** Components: their keys and attachments. May use {@code media} and {@code publishing}. */
package org.openedx.devdata.service.content.components;
