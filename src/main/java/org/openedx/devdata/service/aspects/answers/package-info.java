/** Known answers against the reporting tables of a site. */
package org.openedx.devdata.service.aspects.answers;
