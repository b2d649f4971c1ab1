package org.openedx.devdata.sink.lake;

import java.util.OptionalInt;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Apache Parquet, which everything reads: flat tables without nulls, plain values, pages packed one
 * by one. Immutable.
 *
 * @param packing what pages are packed with
 * @param codec does it
 */
record ParquetFormat(Packing packing, Codec codec) implements LakeFormat {

  /** The ways to pack pages, by their numbers in Parquet. */
  enum Packing {
    NONE(0),
    GZIP(2),
    ZSTD(6),
    LZ4(7);

    private final int number;

    Packing(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  static ParquetFormat of(String compression, OptionalInt level) {
    Codec codec = Codecs.of(compression, level);
    return switch (compression) {
      case "gzip" -> new ParquetFormat(Packing.GZIP, codec);
      case "zstd" -> new ParquetFormat(Packing.ZSTD, codec);
      case "lz4" -> new ParquetFormat(Packing.LZ4, new Lz4Block());
      default -> new ParquetFormat(Packing.NONE, codec);
    };
  }

  @Override
  public String description() {
    return "parquet files (" + codec.description() + ")";
  }

  @Override
  public String ending() {
    return ".parquet";
  }

  @Override
  public String clickHouseName() {
    return "Parquet";
  }

  @Override
  public boolean isPackedInside() {
    return true;
  }

  @Override
  public Compressor compressor() {
    return codec.compressor();
  }

  @Override
  public LakeRows rows(DumpTable table, Compressor compressor) {
    return new ParquetRows(table, compressor);
  }

  @Override
  public LakeFile file(DumpTable table, GrowingFile out) {
    return new ParquetFile(table.columns(), packing, out);
  }
}
