package org.openedx.devdata.cli.report.spool;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.openedx.devdata.bytes.FileFailure;

/**
 * A file for what memory should not hold. On POSIX systems it loses its name as soon as it is open,
 * so that nothing is left of it even when the process is killed; elsewhere it goes when it is
 * closed. Not thread-safe.
 */
public final class ScratchFile implements Closeable {

  private final Path path;
  private final FileChannel channel;

  private ScratchFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** An empty file in the system's temporary folder. */
  public static ScratchFile create() throws IOException {
    Path path = Files.createTempFile("devdata-", ".scratch");
    return new ScratchFile(
        path,
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Takes bytes after those that are there, unbuffered; need not be closed. */
  public OutputStream output() {
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
          out.write(bytes, offset, length);
        } catch (IOException e) {
          throw FileFailure.at(path, e);
        }
      }
    };
  }

  /** Reads from the beginning what has been written, unbuffered; need not be closed. */
  public InputStream input() {
    return new Content();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Has a position of its own, so that more may be written meanwhile. */
  private final class Content extends InputStream {

    private long position;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = channel.read(ByteBuffer.wrap(target, offset, length), position);
      position += Math.max(0, count);
      return count;
    }
  }
}
