package org.openedx.devdata.cli.report.text;

import java.io.PrintWriter;

/**
 * Output for text, and how much of it is wanted.
 *
 * @param out standard output, or standard error where that is taken
 * @param paint its colours
 * @param quiet whether only the last line is wanted
 * @param verbose whether every detail is wanted
 */
public record TextOut(PrintWriter out, Paint paint, boolean quiet, boolean verbose) {

  public void println(String line) {
    out.println(line);
  }

  /** Writes a line that is left out when little is wanted. */
  public void note(String line) {
    if (!quiet) {
      out.println(line);
    }
  }

  public void println() {
    out.println();
  }
}
