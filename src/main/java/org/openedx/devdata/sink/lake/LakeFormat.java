package org.openedx.devdata.sink.lake;

import java.util.List;
import java.util.OptionalInt;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.world.dump.DumpTable;

/** Format of the files of a lake. Immutable, thread-safe. */
public sealed interface LakeFormat permits NativeFormat, ParquetFormat {

  /** The names that {@link #of} knows. */
  List<String> NAMES = List.of("native", "parquet");

  /**
   * The format of a name.
   *
   * @param compression one of {@link Codecs#NAMES}
   * @throws IllegalArgumentException when there is no such format, compression or level
   */
  static LakeFormat of(String name, String compression, OptionalInt level) {
    return switch (name) {
      case "native" -> new NativeFormat(Codecs.of(compression, level));
      case "parquet" -> ParquetFormat.of(compression, level);
      default ->
          throw new IllegalArgumentException(
              "unknown lake_format '" + name + "', use one of " + String.join(", ", NAMES));
    };
  }

  /** Description for people and manifests, such as {@code native files (lz4)}. */
  String description();

  /** Ending of all names of its files. */
  String ending();

  /** As ClickHouse calls it. */
  String clickHouseName();

  /** Returns whether files are packed inside, not as a whole. */
  boolean isPackedInside();

  /** Packs for one thread. */
  Compressor compressor();

  /** Takes rows of a table. */
  LakeRows rows(DumpTable table, Compressor compressor);

  /** Puts a file together from what {@link #rows} gave. */
  LakeFile file(DumpTable table, GrowingFile out);
}
