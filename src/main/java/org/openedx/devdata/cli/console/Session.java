package org.openedx.devdata.cli.console;

import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.spec.Shown;

/**
 * Objects that all commands of one command line share.
 *
 * @param surroundings the process around them
 * @param registry the services
 * @param options the common options, filled in once the command line is parsed
 * @param interruption what is said when a signal ends the command
 */
public record Session(
    Surroundings surroundings,
    ServiceRegistry registry,
    CommonOptions options,
    Interruption interruption) {

  public boolean json() {
    return options.format == OutputFormat.JSON;
  }

  /** True to leave out progress and lists of rows. */
  public boolean quiet() {
    return options.quiet;
  }

  /** True to list every row and column. */
  public boolean verbose() {
    return options.verbose;
  }

  /** Colours of standard output. */
  public Paint paint() {
    return new Paint(
        !json()
            && options.color.colours(surroundings.terminal().out(), surroundings.environment()));
  }

  /** Colours of standard error. */
  public Paint errorPaint() {
    return new Paint(
        options.color.colours(surroundings.terminal().err(), surroundings.environment()));
  }

  /** Writes a result as the command line asks: its record, or its text. */
  public <R extends Record> void show(R result, TextView<? super R> view) {
    show(result, view, text());
  }

  /**
   * Writes a result as the command line asks.
   *
   * @param text takes its text
   */
  public <R extends Record> void show(R result, TextView<? super R> view, TextOut text) {
    if (json()) {
      JsonRenderer.document(surroundings.out(), result);
    } else {
      view.write(result, text);
      text.out().flush();
    }
  }

  /** Standard output for people. */
  public TextOut text() {
    return new TextOut(surroundings.out(), paint(), quiet(), verbose());
  }

  /** Standard error for people, where standard output is taken by data. */
  public TextOut errorText() {
    return new TextOut(surroundings.err(), errorPaint(), quiet(), verbose());
  }

  /** Writes a message to a person that is neither result nor error. */
  public void note(String message) {
    if (!options.quiet) {
      surroundings.err().println(errorPaint().dim(message));
      surroundings.err().flush();
    }
  }

  /** Warns a person of something to look into. */
  public void warn(String message) {
    surroundings.err().println(errorPaint().yellow("warning: ") + Shown.line(message));
    surroundings.err().flush();
  }

  /** Starts to show how far a command is, as its options ask. */
  public Progress progress(String what) {
    Progress.Pace pace =
        options.quiet
            ? Progress.Pace.NONE
            : surroundings.terminal().err() ? Progress.Pace.LINE : Progress.Pace.LINES;
    return Progress.on(surroundings.err(), errorPaint(), pace, what);
  }
}
