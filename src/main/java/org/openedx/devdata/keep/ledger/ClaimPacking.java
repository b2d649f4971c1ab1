package org.openedx.devdata.keep.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Form in which rows of a table are stored: deflated columns of keys (numbers as differences), sums
 * of names, flags and kinds. Stateless.
 */
final class ClaimPacking {

  /** Rows of a part: some hundred kilobytes at the most. */
  static final int ROWS = 16_384;

  /** Bytes that zlib gets at a time: each time is a call out of Java. */
  private static final int BUFFER = 1 << 13;

  private ClaimPacking() {}

  /** Packs the rows from an index on that are not dropped, in parts. */
  static List<byte[]> pack(TableClaims claims, int from) {
    List<byte[]> parts = new ArrayList<>();
    int[] rows = new int[Math.min(ROWS, claims.size() - from)];
    int count = 0;
    for (int index = from; index < claims.size(); index++) {
      if (!claims.isDropped(index)) {
        rows[count++] = index;
      }
      if (count == ROWS || (index == claims.size() - 1 && count > 0)) {
        parts.add(part(claims, Arrays.copyOf(rows, count)));
        count = 0;
      }
    }
    return parts;
  }

  private static byte[] part(TableClaims claims, int[] rows) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(packed, deflater, BUFFER)) {
      plain(claims, rows).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static OutputBytes plain(TableClaims claims, int[] rows) throws IOException {
    PlainStream bytes = new PlainStream(new OutputBytes(rows.length * 8));
    DataOutputStream out = new DataOutputStream(bytes);
    List<String> kinds = Arrays.stream(rows).mapToObj(claims::kind).distinct().toList();
    boolean numbers = claims.hasNumbers();
    out.writeInt(rows.length);
    out.writeBoolean(numbers);
    out.writeByte(kinds.size());
    for (String kind : kinds) {
      out.writeUTF(kind);
    }
    long last = 0;
    for (int row : rows) {
      if (numbers) {
        long key = claims.id(row);
        number(out, key - last);
        last = key;
      } else {
        out.writeUTF((String) claims.key(row));
      }
    }
    for (int row : rows) {
      out.writeByte(claims.flags(row));
      out.writeByte(kinds.indexOf(claims.kind(row)));
    }
    for (int row : rows) {
      out.writeInt(claims.name(row));
    }
    return bytes.bytes();
  }

  /** Bytes one by one, without the lock that the streams of Java take for each. */
  private static final class PlainStream extends OutputStream {

    private final OutputBytes bytes;

    PlainStream(OutputBytes bytes) {
      this.bytes = bytes;
    }

    OutputBytes bytes() {
      return bytes;
    }

    @Override
    public void write(int one) {
      bytes.put((byte) one);
    }

    @Override
    public void write(byte[] some, int offset, int count) {
      bytes.put(some, offset, count);
    }
  }

  /** Adds the rows of a part. */
  static void unpack(byte[] payload, TableClaims claims) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(payload)), BUFFER))) {
      int rows = in.readInt();
      boolean numbers = in.readBoolean();
      String[] kinds = new String[in.readUnsignedByte()];
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = in.readUTF();
      }
      Object[] keys = new Object[rows];
      long last = 0;
      for (int row = 0; row < rows; row++) {
        if (numbers) {
          last += number(in);
        }
        keys[row] = numbers ? (Object) last : in.readUTF();
      }
      byte[] flags = new byte[rows];
      byte[] kind = new byte[rows];
      for (int row = 0; row < rows; row++) {
        flags[row] = in.readByte();
        kind[row] = in.readByte();
      }
      for (int row = 0; row < rows; row++) {
        claims.put(keys[row], in.readInt(), flags[row] & TableClaims.STORED, kinds[kind[row]]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger holds something that is no list of rows", e);
    }
  }

  /** Seven bits a byte, the sign in the lowest. */
  private static void number(DataOutputStream out, long value) throws IOException {
    long left = (value << 1) ^ (value >> 63);
    while ((left & ~0x7fL) != 0) {
      out.writeByte((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.writeByte((int) left);
  }

  private static long number(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = in.readUnsignedByte();
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next >= 0x80);
    return (value >>> 1) ^ -(value & 1);
  }
}
