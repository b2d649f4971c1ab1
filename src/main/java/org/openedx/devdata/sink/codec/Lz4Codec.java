package org.openedx.devdata.sink.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import org.openedx.devdata.bytes.OutputBytes;

/** The LZ4 frame format, each piece a frame with its length. Immutable. */
record Lz4Codec() implements Codec {

  @Override
  public String description() {
    return "lz4";
  }

  @Override
  public String suffix() {
    return ".lz4";
  }

  @Override
  public Compressor compressor() {
    return new Frames();
  }

  private static final class Frames implements Compressor {

    @Override
    public void compress(byte[] source, int length, OutputBytes target) {
      try (OutputStream out =
          new LZ4FrameOutputStream(
              new Appended(target),
              BLOCKSIZE.SIZE_1MB,
              length,
              LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE,
              LZ4FrameOutputStream.FLG.Bits.CONTENT_SIZE)) {
        out.write(source, 0, length);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static final class Appended extends OutputStream {

    private final OutputBytes target;

    Appended(OutputBytes target) {
      this.target = target;
    }

    @Override
    public void write(int value) {
      target.put((byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      target.put(bytes, offset, length);
    }
  }
}
