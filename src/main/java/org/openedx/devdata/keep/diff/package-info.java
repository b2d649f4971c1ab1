/**
 * Differences between two states of a database, a snapshot and what is there now or two snapshots:
 * which rows were added, removed and changed, by their names.
 */
package org.openedx.devdata.keep.diff;
