package org.openedx.devdata.sink.codec;

import java.util.List;
import java.util.OptionalInt;

/** The compressions by name. Stateless. */
public final class Codecs {

  /** The names that {@link #of} knows. */
  public static final List<String> NAMES = List.of("gzip", "zstd", "lz4", "none");

  private Codecs() {}

  /**
   * The codec of a name. Level 1 of gzip is our own, which is faster than zlib's and packs better;
   * the others are zlib's.
   *
   * @param level the codec's own level; when absent, one that is fast
   * @throws IllegalArgumentException when there is no such codec or level
   */
  public static Codec of(String name, OptionalInt level) {
    return switch (name) {
      case "gzip" ->
          level.orElse(1) == 1
              ? new FastGzip()
              : new JdkGzip(between(name, level.getAsInt(), 1, 9));
      case "zstd" -> new ZstdCodec(between(name, level.orElse(1), -7, 22));
      case "lz4" -> new Lz4Codec();
      case "none" -> new NoCodec();
      default ->
          throw new IllegalArgumentException(
              "unknown compression '" + name + "', use one of " + String.join(", ", NAMES));
    };
  }

  private static int between(String name, int level, int minimum, int maximum) {
    if (level < minimum || level > maximum) {
      throw new IllegalArgumentException(
          name + " has no level " + level + ", use " + minimum + " to " + maximum);
    }
    return level;
  }
}
