package org.openedx.devdata.embedded.clickhouse.http;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import org.openedx.devdata.bytes.ZstdLibrary;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;
import org.openedx.devdata.jdbc.clickhouse.BlockPacking;

/** Unpacks the blocks that {@link BlockPacking} describes, with a server's errors. Stateless. */
final class BlockCodec {

  static final int CHECKSUM_BYTES = BlockPacking.CHECKSUM_BYTES;
  static final int HEADER_BYTES = BlockPacking.HEADER_BYTES;

  private static final byte LZ4 = BlockPacking.LZ4;
  private static final byte ZSTD = (byte) 0x90;
  private static final byte NONE = 0x02;

  /** A server's own limit for one block. */
  private static final int MAX_BLOCK_BYTES = 1 << 30;

  private static final LZ4Factory FACTORY = LZ4Factory.fastestInstance();

  private BlockCodec() {}

  /** The length of what follows the header, in bytes. */
  static int bodyLength(byte[] frame) {
    int length = littleEndian(frame).getInt(CHECKSUM_BYTES + 1) - HEADER_BYTES;
    if (length < 0 || length > MAX_BLOCK_BYTES) {
      throw new ChdbException(
          39, "Too large size_compressed: %d. Most likely corrupted data".formatted(length));
    }
    return length;
  }

  /**
   * Unpacks one whole frame.
   *
   * @throws ChdbException when its checksum, method or length is wrong, with a server's codes
   */
  static byte[] unpack(byte[] frame) {
    ByteBuffer header = littleEndian(frame);
    long[] hash = BlockPacking.checksum(frame, frame.length);
    if (header.getLong(0) != hash[0] || header.getLong(8) != hash[1]) {
      throw new ChdbException(40, "Checksum doesn't match: corrupted data");
    }
    int length = header.getInt(CHECKSUM_BYTES + 5);
    if (length < 0 || length > MAX_BLOCK_BYTES) {
      throw new ChdbException(39, "Too large size_decompressed: %d".formatted(length));
    }
    int body = CHECKSUM_BYTES + HEADER_BYTES;
    byte method = frame[CHECKSUM_BYTES];
    byte[] data = new byte[length];
    int unpacked;
    try {
      unpacked =
          switch (method) {
            case LZ4 ->
                FACTORY
                    .safeDecompressor()
                    .decompress(frame, body, frame.length - body, data, 0, length);
            case ZSTD -> {
              ZstdLibrary.load();
              yield (int)
                  Zstd.decompressByteArray(data, 0, length, frame, body, frame.length - body);
            }
            case NONE -> copy(frame, body, data);
            default ->
                throw new ChdbException(
                    89, "Unknown codec family code: 0x%02x".formatted(method & 0xff));
          };
    } catch (LZ4Exception e) {
      throw new ChdbException(271, "Cannot decompress LZ4-encoded data: " + e.getMessage());
    }
    if (unpacked != length) {
      throw new ChdbException(
          271, "Cannot decompress: %d bytes, not %d".formatted(unpacked, length));
    }
    return data;
  }

  private static int copy(byte[] frame, int from, byte[] data) {
    int length = Math.min(frame.length - from, data.length);
    System.arraycopy(frame, from, data, 0, length);
    return length;
  }

  private static ByteBuffer littleEndian(byte[] frame) {
    return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
  }
}
