package org.openedx.devdata.sink.codec;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.openedx.devdata.bytes.ZstdLibrary;

/**
 * The content of Zstandard frames, one after the other. The library's own stream takes the
 * beginning of a frame for the end of the file when it came together with the end of the frame
 * before. Not thread-safe.
 */
final class ZstdFrames extends InputStream {

  private static final int BUFFER = 1 << 17;

  private final InputStream packed;
  private final ZstdDecompressCtx context;
  private final byte[] piece = new byte[BUFFER];
  private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private final ByteBuffer target = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private boolean betweenFrames = true;
  private boolean moreInside;

  /**
   * @param packed closed with this
   */
  ZstdFrames(InputStream packed) {
    ZstdLibrary.load();
    this.context = new ZstdDecompressCtx();
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!target.hasRemaining()) {
      if (!source.hasRemaining() && !moreInside && !refill()) {
        return -1;
      }
      unpack();
    }
    int count = Math.min(length, target.remaining());
    target.get(bytes, offset, count);
    return count;
  }

  private boolean refill() throws IOException {
    int count = packed.read(piece);
    if (count < 0) {
      if (!betweenFrames) {
        throw new EOFException("it ends in the middle of a zstd frame");
      }
      return false;
    }
    source.clear().put(piece, 0, count).flip();
    return true;
  }

  private void unpack() throws IOException {
    target.clear();
    try {
      betweenFrames = context.decompressDirectByteBufferStream(target, source);
    } catch (ZstdException broken) {
      target.limit(0);
      throw new IOException(broken.getMessage(), broken);
    }
    moreInside = !betweenFrames && !target.hasRemaining();
    target.flip();
  }

  @Override
  public void close() throws IOException {
    context.close();
    packed.close();
  }
}
