package org.openedx.devdata.jdbc.clickhouse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes data in ClickHouse's own framing, in blocks of a megabyte. Not thread-safe. */
public final class BlockOutputStream extends FilterOutputStream {

  private final byte[] block = new byte[1 << 20];
  private int filled;

  public BlockOutputStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    if (filled == block.length) {
      emit();
    }
    block[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == block.length) {
        emit();
      }
      int count = Math.min(length - done, block.length - filled);
      System.arraycopy(bytes, offset + done, block, filled, count);
      filled += count;
      done += count;
    }
  }

  @Override
  public void flush() throws IOException {
    emit();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    emit();
    out.close();
  }

  private void emit() throws IOException {
    if (filled > 0) {
      out.write(BlockPacking.pack(block, 0, filled));
      filled = 0;
    }
  }
}
