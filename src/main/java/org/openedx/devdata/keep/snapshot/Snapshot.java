package org.openedx.devdata.keep.snapshot;

import java.nio.file.Path;

/**
 * A complete snapshot.
 *
 * @param manifest its description
 * @param files its files
 * @param path the folder or archive
 */
public record Snapshot(Manifest manifest, SnapshotFiles files, Path path) {}
