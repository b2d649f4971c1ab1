package org.openedx.devdata.sink.ralph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.delivery.Batch;

/** The statements of a batch, found in its RowBinary form. Not to be changed; thread-safe. */
final class StatementRows {

  /** A UUID and a DateTime64 stand before the statement. */
  private static final int BEFORE_EVENT = 16 + 8;

  private final byte[] bytes;
  private final int[] rowStarts;
  private final int[] starts;
  private final int[] ends;

  private StatementRows(byte[] bytes, int[] rowStarts, int[] starts, int[] ends) {
    this.bytes = bytes;
    this.rowStarts = rowStarts;
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * @throws UncheckedIOException when the rows cannot be read, or are none
   */
  static StatementRows of(Batch batch) {
    byte[] bytes = bytes(batch);
    int[] rowStarts = new int[(int) batch.rows()];
    int[] starts = new int[rowStarts.length];
    int[] ends = new int[starts.length];
    int at = 0;
    try {
      for (int row = 0; row < starts.length; row++) {
        rowStarts[row] = at;
        at += BEFORE_EVENT;
        int length = 0;
        int shift = 0;
        byte part;
        do {
          part = bytes[at++];
          length |= (part & 0x7f) << shift;
          shift += 7;
        } while (part < 0);
        starts[row] = at;
        at += length;
        ends[row] = at;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      at = -1;
    }
    if (at != bytes.length) {
      throw new UncheckedIOException(
          new IOException(
              "batch %s does not hold %d statements; it was damaged"
                  .formatted(batch.token(), batch.rows())));
    }
    return new StatementRows(bytes, rowStarts, starts, ends);
  }

  private static byte[] bytes(Batch batch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    try {
      batch.body().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read batch %s: %s".formatted(batch.token(), e.getMessage()), e);
    }
    return out.toByteArray();
  }

  int count() {
    return starts.length;
  }

  /** One statement as JSON. */
  byte[] json(int row) {
    return Arrays.copyOfRange(bytes, starts[row], ends[row]);
  }

  /** The id of a statement, as its row has it. */
  UUID id(int row) {
    ByteBuffer halves = ByteBuffer.wrap(bytes, rowStarts[row], 16).order(ByteOrder.LITTLE_ENDIAN);
    return new UUID(halves.getLong(), halves.getLong());
  }

  /** Some of the statements as a JSON array. */
  byte[] array(int[] rows) {
    int length = rows.length + 1;
    for (int row : rows) {
      length += ends[row] - starts[row];
    }
    OutputBytes out = new OutputBytes(length);
    for (int i = 0; i < rows.length; i++) {
      out.put((byte) (i == 0 ? '[' : ','));
      out.put(bytes, starts[rows[i]], ends[rows[i]] - starts[rows[i]]);
    }
    out.put((byte) ']');
    return out.toByteArray();
  }
}
