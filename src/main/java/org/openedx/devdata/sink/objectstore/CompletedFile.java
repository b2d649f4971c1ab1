package org.openedx.devdata.sink.objectstore;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.file.GrowingFile;

/**
 * A file that a run completed just before it was killed, and before it could note so: the same
 * bytes come again and are only counted. Mutable, not thread-safe.
 */
final class CompletedFile implements GrowingFile {

  private final String name;
  private final long size;
  private long position;

  CompletedFile(String name, long position, long size) {
    this.name = name;
    this.position = position;
    this.size = size;
  }

  @Override
  public void append(OutputBytes bytes, Runnable arrived) {
    position += bytes.length();
    arrived.run();
  }

  @Override
  public void complete() throws IOException {
    if (position != size) {
      throw new IOException(
          "s3://%s has %,d bytes where %,d were made; run without --resume"
              .formatted(name, size, position));
    }
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
