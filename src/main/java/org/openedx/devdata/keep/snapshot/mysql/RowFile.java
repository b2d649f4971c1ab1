package org.openedx.devdata.keep.snapshot.mysql;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openedx.devdata.bytes.ZstdLibrary;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;

/** A file of packed lines: one Zstandard frame with a checksum of its own. Stateless. */
public final class RowFile {

  /** Faster ones make larger files than a dump's, slower ones keep the server waiting. */
  private static final int LEVEL = 2;

  private RowFile() {}

  /**
   * Packs lines into a file.
   *
   * @param disk to be closed by the caller, too: it stays open when its disk is full
   */
  static OutputStream packing(OutputStream disk) throws IOException {
    ZstdLibrary.load();
    return new ZstdOutputStreamNoFinalizer(disk).setLevel(LEVEL).setChecksum(true);
  }

  /** The lines of a saved table, in the order in which they were saved. */
  public static InputStream lines(SnapshotFiles files, String part, SavedTable table)
      throws IOException {
    return lines(files, part, table.files());
  }

  /** The lines of some of the part's files, one after the other. */
  static InputStream lines(SnapshotFiles files, String part, List<String> names)
      throws IOException {
    ZstdLibrary.load();
    List<InputStream> all = new ArrayList<>();
    for (String file : names) {
      all.add(new LaterInput(() -> open(files, part + "/" + file)));
    }
    return new SequenceInputStream(Collections.enumeration(all));
  }

  private static InputStream open(SnapshotFiles files, String name) throws IOException {
    return new ZstdInputStreamNoFinalizer(new BufferedInputStream(files.open(name), 1 << 17));
  }
}
