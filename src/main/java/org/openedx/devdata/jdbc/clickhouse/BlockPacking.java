package org.openedx.devdata.jdbc.clickhouse;

import com.clickhouse.data.ClickHouseCityHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/**
 * Packs blocks in ClickHouse's own framing ({@code compress=1}, {@code decompress=1}): 16 bytes of
 * CityHash128 over the rest, a byte for the method, the length with these nine bytes, the length
 * unpacked, then the data. Numbers are little-endian. Stateless.
 */
public final class BlockPacking {

  public static final int CHECKSUM_BYTES = 16;
  public static final int HEADER_BYTES = 9;
  public static final byte LZ4 = (byte) 0x82;

  private static final LZ4Factory FACTORY = LZ4Factory.fastestInstance();

  private BlockPacking() {}

  /** Packs up to a block of bytes with LZ4, the method of a server's answers. */
  public static byte[] pack(byte[] bytes, int offset, int length) {
    int body = CHECKSUM_BYTES + HEADER_BYTES;
    LZ4Compressor compressor = FACTORY.fastCompressor();
    byte[] frame = new byte[body + compressor.maxCompressedLength(length)];
    int packed = compressor.compress(bytes, offset, length, frame, body, frame.length - body);
    ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    frame[CHECKSUM_BYTES] = LZ4;
    header.putInt(CHECKSUM_BYTES + 1, packed + HEADER_BYTES);
    header.putInt(CHECKSUM_BYTES + 5, length);
    long[] hash = checksum(frame, body + packed);
    header.putLong(0, hash[0]);
    header.putLong(8, hash[1]);
    return Arrays.copyOf(frame, body + packed);
  }

  /**
   * The checksum of a frame, low half first.
   *
   * @param end where the frame ends, in bytes
   */
  // The client deprecates its hash with all of its old form; the new form keeps its own hidden.
  @SuppressWarnings("deprecation")
  public static long[] checksum(byte[] frame, int end) {
    return ClickHouseCityHash.cityHash128(frame, CHECKSUM_BYTES, end - CHECKSUM_BYTES);
  }
}
