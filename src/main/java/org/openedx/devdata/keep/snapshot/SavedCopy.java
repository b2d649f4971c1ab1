package org.openedx.devdata.keep.snapshot;

/**
 * A store's copy in a snapshot.
 *
 * @param part its description
 * @param files of the snapshot; those of the part are below its name
 */
public record SavedCopy(SavedPart part, SnapshotFiles files) {}
