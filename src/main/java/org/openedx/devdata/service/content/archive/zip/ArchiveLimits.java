package org.openedx.devdata.service.content.archive.zip;

import org.openedx.devdata.service.content.media.MediaApi;

/**
 * Limits of what an archive may unpack to, so that a small hostile file cannot fill memory.
 *
 * @param entries number of files and folders
 * @param entryBytes unpacked bytes of one file
 * @param totalBytes unpacked bytes of all files
 */
public record ArchiveLimits(int entries, long entryBytes, long totalBytes) {

  private static final long LARGEST_TOTAL = 2_000_000_000L;

  /**
   * A hundred thousand components with their files, as far as half of the memory that Java was
   * given holds them; no file larger than a medium may be.
   */
  public static final ArchiveLimits DEFAULT = forMemory(Runtime.getRuntime().maxMemory());

  /**
   * Limits for a heap.
   *
   * @param maximum its bytes
   */
  static ArchiveLimits forMemory(long maximum) {
    return new ArchiveLimits(1_000_000, MediaApi.LARGEST, Math.min(LARGEST_TOTAL, maximum / 2));
  }

  /** Remedy for an archive whose files are too large together. */
  String remedy() {
    return totalBytes < LARGEST_TOTAL
        ? "give Java more memory (DEVDATA_OPTS=-Xmx4g), or divide the archive"
        : "divide it";
  }
}
