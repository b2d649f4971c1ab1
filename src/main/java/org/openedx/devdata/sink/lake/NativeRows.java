package org.openedx.devdata.sink.lake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Rows in ClickHouse's Native format: pieces of some megabytes, each with its columns one after the
 * other, packed. Mutable, not thread-safe.
 */
final class NativeRows implements LakeRows {

  /** Size of a piece before it is packed: small in memory, large enough for the ratio. */
  private static final int PIECE = 4 << 20;

  private final List<DumpTable.Column> columns;
  private final OutputBytes[] values;
  private final OutputBytes piece = new OutputBytes(1 << 16);
  private final OutputBytes target = new OutputBytes(1 << 16);
  private final Compressor compressor;
  private int rows;
  private int packedRows;
  private long packedSize;
  private long size;

  NativeRows(DumpTable table, Compressor compressor) {
    this.columns = table.columns();
    this.compressor = compressor;
    this.values = new OutputBytes[columns.size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = new OutputBytes(1 << 10);
    }
  }

  @Override
  public void text(int column, byte[] bytes, int length) {
    putVarint(length, values[column]);
    values[column].put(bytes, 0, length);
    size += length;
  }

  @Override
  public void int32(int column, int value) {
    putLittleEndian(value, Integer.BYTES, values[column]);
  }

  @Override
  public void moment(int column, long micros) {
    putLittleEndian(micros, Long.BYTES, values[column]);
  }

  @Override
  public void flag(int column, boolean value) {
    values[column].put((byte) (value ? 1 : 0));
  }

  @Override
  public void uuid(int column, long high, long low) {
    putLittleEndian(high, Long.BYTES, values[column]);
    putLittleEndian(low, Long.BYTES, values[column]);
  }

  @Override
  public void endRow() {
    rows++;
    size += 32;
    if (size >= PIECE) {
      pack();
    }
  }

  @Override
  public LakeChunk end() {
    pack();
    LakeChunk chunk =
        new LakeChunk(
            packedRows, new byte[][] {target.toByteArray()}, new long[] {packedSize}, 0, 0);
    target.clear();
    packedRows = 0;
    packedSize = 0;
    return chunk;
  }

  private void pack() {
    if (rows == 0) {
      return;
    }
    piece.clear();
    putVarint(columns.size(), piece);
    putVarint(rows, piece);
    for (int column = 0; column < values.length; column++) {
      putText(columns.get(column).name());
      putText(columns.get(column).type().clickHouseName());
      piece.put(values[column].array(), 0, values[column].length());
      values[column].clear();
    }
    compressor.compress(piece.array(), piece.length(), target);
    packedRows += rows;
    packedSize += piece.length();
    rows = 0;
    size = 0;
  }

  private void putText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    putVarint(bytes.length, piece);
    piece.put(bytes);
  }

  private static void putVarint(int value, OutputBytes out) {
    int rest = value;
    while (rest > 0x7f) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static void putLittleEndian(long value, int bytes, OutputBytes out) {
    int start = out.reserve(bytes);
    for (int i = 0; i < bytes; i++) {
      out.array()[start + i] = (byte) (value >>> 8 * i);
    }
  }
}
