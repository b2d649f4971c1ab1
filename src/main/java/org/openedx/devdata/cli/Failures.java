package org.openedx.devdata.cli;

import java.io.PrintWriter;
import java.util.List;
import org.openedx.devdata.cli.report.JsonFailure;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.jdbc.targets.UnknownTargetException;
import org.openedx.devdata.plan.RowProblem;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.SpecException;
import picocli.CommandLine;

/** Turns every exception into a message for people or programs and an exit code. */
final class Failures
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  /**
   * A failure, told.
   *
   * @param exitCode the process's exit code
   * @param code stable name of its sort, for programs
   * @param message what is wrong and what to do, a line for each problem
   * @param problems the places in files, when there are any
   */
  record Failure(int exitCode, String code, String message, List<Problem> problems) {}

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (exception instanceof CommandLine.ParameterException wrong) {
      return usage(wrong);
    }
    return tell(of(exception), exception);
  }

  @Override
  public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
    return usage(wrong);
  }

  private int usage(CommandLine.ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String message = wrong.getMessage().strip() + "; " + command + " --help tells how it is used";
    return tell(new Failure(ExitCode.USAGE, "usage", message, List.of()), wrong);
  }

  /** What an exception means to a person. */
  static Failure of(Throwable exception) {
    String message = String.valueOf(exception.getMessage());
    if (exception instanceof SpecException spec) {
      return new Failure(ExitCode.INVALID, "invalid_spec", message, spec.problems());
    }
    if (exception instanceof ConfigurationException) {
      return new Failure(ExitCode.INVALID, "invalid_configuration", message, List.of());
    }
    if (exception instanceof UsageException || exception instanceof UnknownTargetException) {
      return new Failure(ExitCode.USAGE, "usage", message, List.of());
    }
    if (exception instanceof RowProblem row) {
      return new Failure(
          ExitCode.FAILED,
          "row_refused",
          message,
          List.of(new Problem(row.position(), withoutPlace(message, row))));
    }
    if (exception instanceof DatabaseException) {
      return new Failure(ExitCode.FAILED, "database", message, List.of());
    }
    if (exception instanceof EmbeddedServerException) {
      return new Failure(ExitCode.FAILED, "embedded_server", message, List.of());
    }
    return new Failure(
        ExitCode.FAILED,
        "internal",
        "this is a bug in devdata: %s; run again with --stacktrace and report what it prints"
            .formatted(exception),
        List.of());
  }

  private static String withoutPlace(String message, RowProblem row) {
    String place = row.position() + ": ";
    return message.startsWith(place) ? message.substring(place.length()) : message;
  }

  private int tell(Failure failure, Exception exception) {
    PrintWriter err = session.surroundings().err();
    session.surroundings().out().flush();
    for (String line : failure.message().split("\n", -1)) {
      boolean placed = !failure.problems().isEmpty();
      err.println(placed ? line : session.errorPaint().red("devdata: ") + line);
    }
    if (failure.problems().size() > 1) {
      err.println(
          session.errorPaint().red("devdata: ")
              + failure.problems().size()
              + " problems; nothing was written");
    }
    if (session.options().stacktrace) {
      exception.printStackTrace(err);
    }
    err.flush();
    if (session.json()) {
      JsonFailure.write(
          session.surroundings().out(),
          failure.exitCode(),
          failure.code(),
          failure.message(),
          failure.problems());
    }
    return failure.exitCode();
  }
}
