/**
 * Snapshots: where they lie, what their manifest says, and their parts. Each kind of store is a
 * {@link org.openedx.devdata.keep.snapshot.SnapshotPart} in a room of its own below.
 */
package org.openedx.devdata.keep.snapshot;
