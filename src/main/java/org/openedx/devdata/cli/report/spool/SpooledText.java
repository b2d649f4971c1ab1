package org.openedx.devdata.cli.report.spool;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Takes a text that must not be shown before it is whole: a little in memory, much in a file that
 * is gone when closed. Not thread-safe.
 */
public final class SpooledText extends Writer {

  private static final int IN_MEMORY = 1 << 20;

  private final StringBuilder memory = new StringBuilder();
  private ScratchFile file;
  private Writer spool;

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    memory.append(characters, offset, length);
    if (memory.length() > IN_MEMORY) {
      if (spool == null) {
        file = ScratchFile.create();
        spool = new BufferedWriter(new OutputStreamWriter(file.output(), StandardCharsets.UTF_8));
      }
      spool.append(memory);
      memory.setLength(0);
    }
  }

  @Override
  public void flush() {
    // Nothing is shown before copyTo.
  }

  /** Shows the text. */
  public void copyTo(PrintWriter out) {
    try {
      if (spool != null) {
        spool.flush();
        new InputStreamReader(file.input(), StandardCharsets.UTF_8).transferTo(out);
      }
      out.append(memory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    memory.setLength(0);
    if (file != null) {
      file.close();
    }
  }
}
