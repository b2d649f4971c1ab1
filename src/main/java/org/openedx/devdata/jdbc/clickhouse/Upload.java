package org.openedx.devdata.jdbc.clickhouse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Rows on their way to a server: a thread of its own writes them, in pieces, while the connection
 * takes what there is, so that they are never held as a whole. For one request.
 */
final class Upload implements AutoCloseable {

  private static final int PIECE_BYTES = 1 << 17;
  private static final int PIECES = 4;

  private final RowBinaryBody body;
  private final boolean packed;
  private final BlockingQueue<Object> pieces = new ArrayBlockingQueue<>(PIECES);
  private volatile Thread writer;

  /** Ends the queue; with a failure, the request. */
  private record End(Exception failure) {}

  /**
   * @param packed whether it goes out in ClickHouse's packed blocks
   */
  Upload(RowBinaryBody body, boolean packed) {
    this.body = body;
    this.packed = packed;
  }

  /** Publisher of the body, as the connection takes it. */
  BodyPublisher publisher() {
    // Pieces as they are: a stream would be copied in steps of 16 kB.
    return BodyPublishers.ofByteArrays(this::begin);
  }

  private Iterator<byte[]> begin() {
    Thread thread = new Thread(this::write, "clickhouse-upload");
    thread.setDaemon(true);
    writer = thread;
    thread.start();
    return new Taken();
  }

  private void write() {
    Exception failure = null;
    try (OutputStream out = packed ? new BlockOutputStream(new Given()) : new Given()) {
      body.writeTo(new Unclosed(out));
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
    try {
      pieces.put(new End(failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the thread when the server does not want the rest. */
  @Override
  public void close() {
    Thread thread = writer;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** The writer's end. */
  private final class Given extends OutputStream {

    private byte[] piece = new byte[PIECE_BYTES];
    private int length;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      for (int done = 0; done < count; ) {
        int part = Math.min(count - done, piece.length - length);
        System.arraycopy(bytes, offset + done, piece, length, part);
        length += part;
        done += part;
        if (length == piece.length) {
          send();
        }
      }
    }

    private void send() throws IOException {
      try {
        pieces.put(length == piece.length ? piece : Arrays.copyOf(piece, length));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the request has ended");
      }
      piece = new byte[PIECE_BYTES];
      length = 0;
    }

    @Override
    public void close() throws IOException {
      if (length > 0) {
        send();
      }
    }
  }

  /** The connection's end. */
  private final class Taken implements Iterator<byte[]> {

    private byte[] piece;
    private boolean ended;

    @Override
    public boolean hasNext() {
      if (piece == null && !ended) {
        take();
      }
      return !ended;
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      byte[] next = piece;
      piece = null;
      return next;
    }

    private void take() {
      try {
        Object next = pieces.take();
        if (next instanceof End end) {
          ended = true;
          if (end.failure() != null) {
            throw new UncheckedIOException(
                new IOException(end.failure().getMessage(), end.failure()));
          }
        } else {
          piece = (byte[]) next;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new InterruptedIOException("interrupted"));
      }
    }
  }

  /** A body does not close its stream. */
  private static final class Unclosed extends java.io.FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
