package org.openedx.devdata.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Standard output for results. Like any {@link PrintWriter} it goes on after a failure; unlike one
 * it knows the reason, so that no command ends as if all had been written. Thread-safe.
 */
public final class ResultWriter extends PrintWriter {

  private final Remembering file;

  private ResultWriter(Remembering file, Charset charset) {
    super(new OutputStreamWriter(file, charset));
    this.file = file;
  }

  static ResultWriter of(FileDescriptor descriptor, Charset charset) {
    return of(new FileOutputStream(descriptor), charset);
  }

  /** Writes results to any stream. */
  public static ResultWriter of(OutputStream out, Charset charset) {
    return new ResultWriter(new Remembering(out), charset);
  }

  /**
   * Writes what waits; describes why not all that was printed has been written. A reader that has
   * ended, as {@code head} does, has had all that it wanted.
   */
  public static Optional<String> failure(PrintWriter out) {
    if (!out.checkError() || !(out instanceof ResultWriter results) || results.file.readerEnded()) {
      return Optional.empty();
    }
    return Optional.of("results could not be written to standard output: " + results.file.reason());
  }

  /** Keeps the first failure. */
  private static final class Remembering extends FilterOutputStream {

    private volatile IOException first;

    private Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        first = first == null ? e : first;
        throw e;
      }
    }

    private boolean readerEnded() {
      return message().contains("Broken pipe");
    }

    private String message() {
      return first == null ? "" : String.valueOf(first.getMessage());
    }

    private String reason() {
      String message = message();
      if (message.contains("No space left")) {
        return "no space is left where it goes";
      }
      if (message.contains("Bad file descriptor")) {
        return "it is closed";
      }
      return message.isEmpty() ? "it takes no more" : message;
    }
  }
}
