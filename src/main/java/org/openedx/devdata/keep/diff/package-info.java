/**
 * Differences between two states of a store, a snapshot and what is there now or two snapshots:
 * which rows were added, removed and changed, by their names. How rows are read, rooms below know.
 */
package org.openedx.devdata.keep.diff;
