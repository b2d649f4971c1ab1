package org.openedx.devdata.keep.snapshot;

import java.util.List;

/**
 * Description of a whole snapshot, the file {@value #FILE} in it.
 *
 * @param format version of the form of snapshots; see {@link #FORMAT}
 * @param name the snapshot's name
 * @param created when it was saved, in UTC, such as {@code 2026-11-30T12:00:00Z}
 * @param tool who saved it, such as {@code devdata 0.1.0}
 * @param target the target that it was saved from
 * @param parts one for each store
 */
public record Manifest(
    int format, String name, String created, String tool, String target, List<SavedPart> parts) {

  /** Version that this devdata writes; it reads no later one. */
  public static final int FORMAT = 1;

  /** Name of the file. */
  public static final String FILE = "manifest.json";

  /** Number of rows of all parts. */
  public long rows() {
    return parts.stream().mapToLong(SavedPart::rows).sum();
  }

  /** Packed bytes of all parts. */
  public long bytes() {
    return parts.stream().mapToLong(SavedPart::bytes).sum();
  }
}
