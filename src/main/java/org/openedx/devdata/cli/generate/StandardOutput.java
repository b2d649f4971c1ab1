package org.openedx.devdata.cli.generate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.GrowingFile;

/**
 * Standard output as a place for one file of whole lines. What a resumed run writes there follows
 * what was written before: nothing can be taken back. Thread-safe as its writer is.
 *
 * @param out standard output
 */
record StandardOutput(PrintWriter out) implements FileStore {

  @Override
  public String description() {
    return "standard output";
  }

  @Override
  public GrowingFile open(String name, long position) {
    return new Lines(out);
  }

  @Override
  public void put(String name, byte[] content) {
    // Lines only.
  }

  @Override
  public void close() {
    out.flush();
  }

  private record Lines(PrintWriter out) implements GrowingFile {

    @Override
    public void append(OutputBytes bytes, Runnable arrived) throws IOException {
      out.print(new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8));
      if (out.checkError()) { // Flushes.
        throw new IOException("standard output takes no more lines");
      }
      arrived.run();
    }

    @Override
    public void complete() {
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
