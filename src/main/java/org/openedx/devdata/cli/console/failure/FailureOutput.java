package org.openedx.devdata.cli.console.failure;

import java.io.PrintWriter;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ErrorResult;
import org.openedx.devdata.cli.report.failure.Failure;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine;

/** Reports failures on standard error and, when results are JSON, on standard output too. */
public final class FailureOutput
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private final Session session;

  public FailureOutput(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (exception instanceof CommandLine.ParameterException wrong) {
      return handleParseException(wrong, new String[0]);
    }
    return reportAll(Failures.of(exception), exception);
  }

  @Override
  public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
    UsageException usage = new UsageException(UsageMessages.of(wrong));
    return reportAll(Failures.of(usage), wrong);
  }

  /** Reports a failure wherever the command line's format says, and returns its exit code. */
  public int reportAll(Failure failure, Throwable exception) {
    report(failure, exception);
    if (session.json()) {
      JsonRenderer.document(session.surroundings().out(), ErrorResult.of(failure));
    }
    return failure.exitCode();
  }

  /** Reports a failure on standard error only. */
  public void report(Failure failure, Throwable exception) {
    session.surroundings().out().flush();
    PrintWriter err = session.surroundings().err();
    String name = session.errorPaint().red("devdata: ");
    boolean placed = !failure.problems().isEmpty();
    failure
        .message()
        .lines()
        .map(Shown::line)
        .forEach(line -> err.println(placed ? line : name + line));
    if (failure.problems().size() > 1) {
      err.println(name + failure.problems().size() + " problems");
    }
    if (session.options().stacktrace) {
      exception.printStackTrace(err);
    }
    err.flush();
  }
}
