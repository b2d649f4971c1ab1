/**
 * Archives of learning packages: zip files of format 1, as upstream's backup writes and reads them.
 * Knows no database. May use {@code components}, {@code containers} and {@code media}.
 */
package org.openedx.devdata.service.content.archive;
