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

  /** A hundred thousand components with their files; no file larger than a medium may be. */
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(1_000_000, MediaApi.LARGEST, 2_000_000_000L);
}
