/**
 * The zip container of archives: entries within limits, file names, litter of operating systems.
 */
package org.openedx.devdata.service.content.archive.zip;
