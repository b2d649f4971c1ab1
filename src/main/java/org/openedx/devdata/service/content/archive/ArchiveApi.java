package org.openedx.devdata.service.content.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.service.content.archive.zip.ZipEntries;
import org.openedx.devdata.spec.Problems;

/** Reads and writes archives. Stateless. */
public final class ArchiveApi {

  private ArchiveApi() {}

  /**
   * Reads an archive wholly and checks it.
   *
   * @param file a zip file
   * @param shown what messages call it
   * @param problems gets everything that is wrong, with the entry's name and line
   * @return the archive; of one with problems what could be read
   * @throws IOException when the file cannot be read at all
   */
  public static Archive read(Path file, String shown, ArchiveLimits limits, Problems problems)
      throws IOException {
    ZipEntries entries = ZipEntries.read(file, shown, limits, problems);
    return new ArchiveReader(entries, problems).read();
  }

  /**
   * Writes an archive; an existing file is replaced only when all went well.
   *
   * @param file where to
   */
  public static void write(Archive archive, Path file) throws IOException {
    new ArchiveWriter(archive).write(file);
  }
}
