package org.openedx.devdata.sink.codec;

import com.intel.gkl.compression.IntelDeflater;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gzip by ISA-L, through Intel's genomics library: the same format several times as fast. Its
 * native part exists for Linux and macOS on x86-64 only; see {@link #isAvailable}. Immutable.
 */
record IsalGzip(int level) implements Codec {

  @Override
  public String description() {
    return "gzip by isa-l, level " + level;
  }

  @Override
  public String suffix() {
    return ".gz";
  }

  @Override
  public Compressor compressor() {
    return new GzipMember(new IntelDeflater(level, true));
  }

  /** Whether the native part works on this machine. */
  static boolean isAvailable() {
    return Native.LOADED;
  }

  /** Loads the native part once. */
  private static final class Native {

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger NOISE = Logger.getLogger("com.intel.gkl");

    private static final boolean LOADED = load();

    private static boolean load() {
      NOISE.setLevel(Level.OFF);
      if (!System.getProperty("os.arch").matches("amd64|x86_64")) {
        return false;
      }
      try {
        return new IntelDeflater(1, true).load(null);
      } catch (LinkageError | RuntimeException absent) {
        return false;
      }
    }
  }
}
