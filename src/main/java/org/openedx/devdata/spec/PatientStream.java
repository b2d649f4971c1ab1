package org.openedx.devdata.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A file that may never say anything, as a pipe without a writer: each part of it is waited for no
 * longer than some time. Not thread-safe. A thread that is lost in a read is a daemon's.
 */
final class PatientStream extends InputStream {

  private static final int PART = 1 << 16;
  private static final byte[] END = {};

  private final Path file;
  private final Duration patience;
  private final BlockingQueue<Object> parts = new ArrayBlockingQueue<>(4);
  private final Thread reader;
  private byte[] part = {};
  private int at;

  PatientStream(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
    this.reader = new Thread(this::readAll, "devdata-input");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll() {
    try {
      try (InputStream input = Files.newInputStream(file)) {
        byte[] buffer = new byte[PART];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
          parts.put(Arrays.copyOf(buffer, count));
        }
        parts.put(END);
      } catch (IOException e) {
        parts.put(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Closed: the rest is not wanted.
    }
  }

  @Override
  public int read() throws IOException {
    return await() ? part[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!await()) {
      return -1;
    }
    int count = Math.min(length, part.length - at);
    System.arraycopy(part, at, target, offset, count);
    at += count;
    return count;
  }

  /** Returns whether there is another byte. */
  private boolean await() throws IOException {
    while (at == part.length && part != END) {
      Object next = next();
      if (next instanceof IOException failure) {
        throw failure;
      }
      part = (byte[]) next;
      at = 0;
    }
    return part != END;
  }

  private Object next() throws IOException {
    try {
      Object next = parts.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new FileSystemException(
            file.toString(),
            null,
            "nothing came from it for %d seconds".formatted(patience.toSeconds()));
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FileSystemException(file.toString(), null, "interrupted");
    }
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
