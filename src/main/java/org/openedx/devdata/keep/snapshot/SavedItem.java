package org.openedx.devdata.keep.snapshot;

/**
 * A table or another portion of a part that has a name and a size.
 *
 * @param name unique within the part
 * @param rows number of rows; of files where there are no rows
 * @param checksum of all rows, whatever their order; empty where only files have checksums
 * @param bytes packed bytes in the snapshot
 */
public record SavedItem(String name, long rows, String checksum, long bytes) {}
