package org.openedx.devdata.cli;

import org.openedx.devdata.cli.report.Paint;
import org.openedx.devdata.cli.report.Progress;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.spec.Shown;

/**
 * What all commands of one command line share.
 *
 * @param surroundings the process around them
 * @param registry the services
 * @param options the common options, filled in once the command line is parsed
 * @param interruption what is said when a signal ends the command
 */
record Session(
    Surroundings surroundings,
    ServiceRegistry registry,
    CommonOptions options,
    Interruption interruption) {

  boolean json() {
    return options.format == OutputFormat.JSON;
  }

  /** Colours of standard output. */
  Paint paint() {
    return new Paint(
        !json()
            && options.color.colours(surroundings.terminal().out(), surroundings.environment()));
  }

  /** Colours of standard error. */
  Paint errorPaint() {
    return new Paint(
        options.color.colours(surroundings.terminal().err(), surroundings.environment()));
  }

  /** Tells a person something that is neither result nor error. */
  void note(String message) {
    if (!options.quiet) {
      surroundings.err().println(errorPaint().dim(message));
      surroundings.err().flush();
    }
  }

  /** Tells a person something to look into. */
  void warn(String message) {
    surroundings.err().println(errorPaint().yellow("warning: ") + Shown.line(message));
    surroundings.err().flush();
  }

  /** Starts to tell how far a command is, as its options ask. */
  Progress progress(String what) {
    Progress.Pace pace =
        options.quiet
            ? Progress.Pace.NONE
            : surroundings.terminal().err() ? Progress.Pace.LINE : Progress.Pace.LINES;
    return Progress.on(surroundings.err(), errorPaint(), pace, what);
  }
}
