package org.openedx.devdata.sink.lake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.world.dump.ColumnType;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Footer of a Parquet file: its columns, and where the pages of each lie in every row group.
 * Numbers of fields, types and encodings as in the format's {@code parquet.thrift}. Mutable, not
 * thread-safe.
 */
final class ParquetFooter {

  private static final int BOOLEAN = 0;
  private static final int INT32 = 1;
  private static final int INT64 = 2;
  private static final int BYTE_ARRAY = 6;
  private static final int FIXED_LEN_BYTE_ARRAY = 7;
  private static final int PLAIN = 0;
  private static final int REQUIRED = 0;
  private static final int UTF8 = 0;
  private static final int TIMESTAMP_MICROS = 10;

  private final List<DumpTable.Column> columns;
  private final ParquetFormat.Packing packing;
  private final List<RowGroup> groups = new ArrayList<>();

  /** Place of the pages of a column, their sizes in bytes as they lie there, and unpacked. */
  private record ColumnPages(long offset, long length, long size) {}

  private record RowGroup(long rows, long earliest, long latest, List<ColumnPages> columns) {}

  ParquetFooter(List<DumpTable.Column> columns, ParquetFormat.Packing packing) {
    this.columns = columns;
    this.packing = packing;
  }

  /** Remembers chunks whose pages lie column by column from a position on. */
  void rowGroup(List<LakeChunk> chunks, long position) {
    long offset = position;
    List<ColumnPages> pages = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      long length = 0;
      long size = 0;
      for (LakeChunk chunk : chunks) {
        length += chunk.columns()[column].length;
        size += chunk.sizes()[column];
      }
      pages.add(new ColumnPages(offset, length, size));
      offset += length;
    }
    groups.add(
        new RowGroup(
            chunks.stream().mapToLong(LakeChunk::rows).sum(),
            chunks.stream().mapToLong(LakeChunk::earliest).min().orElseThrow(),
            chunks.stream().mapToLong(LakeChunk::latest).max().orElseThrow(),
            pages));
  }

  /** Writes it and returns its length in bytes. */
  int write(OutputBytes out) {
    int start = out.length();
    ThriftBytes thrift = new ThriftBytes(out);
    thrift.number(1, 1).structs(2, columns.size() + 1);
    thrift.item().text(4, "schema").number(5, columns.size()).end();
    columns.forEach(column -> describe(thrift, column));
    thrift.large(3, groups.stream().mapToLong(RowGroup::rows).sum());
    thrift.structs(4, groups.size());
    groups.forEach(group -> describe(thrift, group));
    thrift.text(6, "devdata");
    // The order in which least and greatest values are meant: that of each type.
    thrift.structs(7, columns.size());
    columns.forEach(column -> thrift.item().struct(1).end().end());
    thrift.end();
    return out.length() - start;
  }

  private static void describe(ThriftBytes thrift, DumpTable.Column column) {
    thrift.item().number(1, type(column.type()));
    if (column.type() == ColumnType.UUID) {
      thrift.number(2, 16);
    }
    thrift.number(3, REQUIRED).text(4, column.name());
    switch (column.type()) {
      case STRING -> thrift.number(6, UTF8).struct(10).struct(1).end().end();
      case UUID -> thrift.struct(10).struct(14).end().end();
      case DATETIME64 ->
          thrift
              .number(6, TIMESTAMP_MICROS)
              .struct(10)
              .struct(8)
              .flag(1, true)
              .struct(2)
              .struct(2)
              .end()
              .end()
              .end()
              .end();
      case INT32, BOOL -> {
        // The type says it all.
      }
    }
    thrift.end();
  }

  private void describe(ThriftBytes thrift, RowGroup group) {
    thrift.item().structs(1, columns.size());
    for (int column = 0; column < columns.size(); column++) {
      describe(thrift, group, column);
    }
    List<ColumnPages> pages = group.columns();
    thrift
        .large(2, pages.stream().mapToLong(ColumnPages::size).sum())
        .large(3, group.rows())
        .large(5, pages.get(0).offset())
        .large(6, pages.stream().mapToLong(ColumnPages::length).sum())
        .end();
  }

  private void describe(ThriftBytes thrift, RowGroup group, int number) {
    DumpTable.Column column = columns.get(number);
    ColumnPages pages = group.columns().get(number);
    thrift
        .item()
        .large(2, pages.offset())
        .struct(3)
        .number(1, type(column.type()))
        .numbers(2, PLAIN)
        .texts(3, column.name())
        .number(4, packing.number())
        .large(5, group.rows())
        .large(6, pages.size())
        .large(7, pages.length())
        .large(9, pages.offset());
    if (column.type() == ColumnType.DATETIME64) {
      thrift
          .struct(12)
          .large(3, 0)
          .binary(5, littleEndian(group.latest()))
          .binary(6, littleEndian(group.earliest()))
          .end();
    }
    thrift.end().end();
  }

  private static int type(ColumnType type) {
    return switch (type) {
      case STRING -> BYTE_ARRAY;
      case INT32 -> INT32;
      case BOOL -> BOOLEAN;
      case UUID -> FIXED_LEN_BYTE_ARRAY;
      case DATETIME64 -> INT64;
    };
  }

  private static byte[] littleEndian(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
