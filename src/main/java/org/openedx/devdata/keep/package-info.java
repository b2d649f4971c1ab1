/**
 * Keeping and returning: snapshots of databases, empty databases, what devdata made, specs out of
 * rows. Knows services only by what they contribute as data.
 */
package org.openedx.devdata.keep;
