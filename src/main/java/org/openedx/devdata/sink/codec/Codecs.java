package org.openedx.devdata.sink.codec;

import java.util.List;
import java.util.OptionalInt;

/** The compressions by name. Stateless. */
public final class Codecs {

  /** The names that {@link #of} knows. */
  public static final List<String> NAMES = List.of("gzip", "zstd", "lz4", "none");

  /** The first level of zlib that packs statements as well as ISA-L does. */
  private static final int JDK_LEVEL = 4;

  private Codecs() {}

  /**
   * The codec of a name; for gzip the fastest that works on this machine.
   *
   * @param level the codec's own level; when absent, one that is fast
   * @throws IllegalArgumentException when there is no such codec or level
   */
  public static Codec of(String name, OptionalInt level) {
    return switch (name) {
      case "gzip" -> IsalGzip.isAvailable() ? new IsalGzip(gzipLevel(level, 1)) : jdk(level);
      case "zstd" -> new ZstdCodec(between(name, level.orElse(1), -7, 22));
      case "lz4" -> new Lz4Codec();
      case "none" -> new NoCodec();
      default ->
          throw new IllegalArgumentException(
              "unknown compression '" + name + "', use one of " + String.join(", ", NAMES));
    };
  }

  /** Gzip by the JDK's own zlib, which is everywhere. */
  public static Codec jdk(OptionalInt level) {
    return new JdkGzip(gzipLevel(level, JDK_LEVEL));
  }

  private static int gzipLevel(OptionalInt level, int byDefault) {
    return between("gzip", level.orElse(byDefault), 1, 9);
  }

  private static int between(String name, int level, int least, int most) {
    if (level < least || level > most) {
      throw new IllegalArgumentException(
          name + " has no level " + level + ", use " + least + " to " + most);
    }
    return level;
  }
}
