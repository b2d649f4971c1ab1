package org.openedx.devdata.keep.snapshot;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.openedx.devdata.bytes.ZstdLibrary;

/** Files of one Zstandard frame with a checksum of its own. Stateless. */
public final class PackedFile {

  /** Faster ones make larger files than a dump's, slower ones keep the server waiting. */
  private static final int LEVEL = 2;

  private PackedFile() {}

  /**
   * Packs what is written into a file.
   *
   * @param disk to be closed by the caller, too: it stays open when its disk is full
   */
  public static OutputStream packing(OutputStream disk) throws IOException {
    ZstdLibrary.load();
    return new ZstdOutputStreamNoFinalizer(disk).setLevel(LEVEL).setChecksum(true);
  }

  /**
   * The content of a file.
   *
   * @param name path within the snapshot, with slashes
   */
  public static InputStream open(SnapshotFiles files, String name) throws IOException {
    ZstdLibrary.load();
    return new ZstdInputStreamNoFinalizer(new BufferedInputStream(files.open(name), 1 << 17));
  }
}
