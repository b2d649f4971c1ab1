package org.openedx.devdata.sink.lake;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Rows as pages of Parquet: the values of a column in its plain encoding, packed when they are a
 * megabyte, with a header of sizes. Mutable, not thread-safe.
 */
final class ParquetRows implements LakeRows {

  private static final int PAGE = 1 << 20;

  private static final int DATA_PAGE = 0;
  private static final int PLAIN = 0;

  /** Encoding of levels, if there were nulls or lists. */
  private static final int RLE = 3;

  private final Compressor compressor;
  private final Pages[] columns;
  private int rows;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  ParquetRows(DumpTable table, Compressor compressor) {
    this.compressor = compressor;
    this.columns = new Pages[table.columns().size()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = new Pages();
    }
  }

  @Override
  public void text(int column, byte[] bytes, int length) {
    Pages pages = columns[column];
    pages.littleEndian(length, Integer.BYTES);
    pages.values.put(bytes, 0, length);
    pages.endValue();
  }

  @Override
  public void int32(int column, int value) {
    columns[column].littleEndian(value, Integer.BYTES);
    columns[column].endValue();
  }

  @Override
  public void moment(int column, long micros) {
    earliest = Math.min(earliest, micros);
    latest = Math.max(latest, micros);
    columns[column].littleEndian(micros, Long.BYTES);
    columns[column].endValue();
  }

  @Override
  public void flag(int column, boolean value) {
    columns[column].bit(value);
    columns[column].endValue();
  }

  /** Big-endian, as the format has UUIDs. */
  @Override
  public void uuid(int column, long high, long low) {
    columns[column].littleEndian(Long.reverseBytes(high), Long.BYTES);
    columns[column].littleEndian(Long.reverseBytes(low), Long.BYTES);
    columns[column].endValue();
  }

  @Override
  public void endRow() {
    rows++;
  }

  @Override
  public LakeChunk end() {
    byte[][] packed = new byte[columns.length][];
    long[] sizes = new long[columns.length];
    for (int column = 0; column < columns.length; column++) {
      columns[column].pack();
      packed[column] = columns[column].packed.toByteArray();
      sizes[column] = columns[column].size;
      columns[column].packed.clear();
      columns[column].size = 0;
    }
    LakeChunk chunk = new LakeChunk(rows, packed, sizes, earliest, latest);
    rows = 0;
    earliest = Long.MAX_VALUE;
    latest = Long.MIN_VALUE;
    return chunk;
  }

  /** The pages of a column: one that is being filled, and those that are packed. */
  private final class Pages {

    private final OutputBytes values = new OutputBytes(1 << 10);
    private final OutputBytes packed = new OutputBytes(1 << 10);
    private final OutputBytes page = new OutputBytes(1 << 10);
    private long size;
    private int count;

    void littleEndian(long value, int bytes) {
      int start = values.reserve(bytes);
      for (int i = 0; i < bytes; i++) {
        values.array()[start + i] = (byte) (value >>> 8 * i);
      }
    }

    void bit(boolean value) {
      int place = count % Byte.SIZE;
      if (place == 0) {
        values.put((byte) 0);
      }
      if (value) {
        values.array()[values.length() - 1] |= (byte) (1 << place);
      }
    }

    void endValue() {
      count++;
      if (values.length() >= PAGE) {
        pack();
      }
    }

    void pack() {
      if (count == 0) {
        return;
      }
      page.clear();
      compressor.compress(values.array(), values.length(), page);
      int before = packed.length();
      new ThriftBytes(packed)
          .number(1, DATA_PAGE)
          .number(2, values.length())
          .number(3, page.length())
          .struct(5)
          .number(1, count)
          .number(2, PLAIN)
          .number(3, RLE)
          .number(4, RLE)
          .end()
          .end();
      size += packed.length() - before + values.length();
      packed.put(page.array(), 0, page.length());
      values.clear();
      count = 0;
    }
  }
}
