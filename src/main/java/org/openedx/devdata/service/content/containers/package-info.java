/** Containers: units, subsections, sections and what they may hold. */
package org.openedx.devdata.service.content.containers;
