package org.openedx.devdata.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openedx.devdata.bytes.NativeCodeException;
import org.openedx.devdata.cli.report.Failure;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.clickhouse.ClickHouseUnavailableException;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.jdbc.targets.UnknownTargetException;
import org.openedx.devdata.plan.RowProblem;
import org.openedx.devdata.service.content.media.MediaException;
import org.openedx.devdata.service.content.tables.NoSuchPackageException;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.SpecException;

/** The one place that knows what each exception means to a person, and its exit code. */
public final class Failures {

  private Failures() {}

  public static Failure of(Throwable exception) {
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
      Problem problem = new Problem(row.position(), withoutPlace(message, row));
      return new Failure(ExitCode.FAILED, "row_refused", message, List.of(problem));
    }
    if (exception instanceof DatabaseException) {
      return new Failure(ExitCode.FAILED, "database", message, List.of());
    }
    if (exception instanceof UserStateException.DoesNotExist) {
      return new Failure(ExitCode.ABSENT, "does_not_exist", message, List.of());
    }
    if (exception instanceof UserStateException) {
      return new Failure(ExitCode.FAILED, "user_state", message, List.of());
    }
    if (exception instanceof EmbeddedServerException) {
      return new Failure(ExitCode.FAILED, "embedded_server", message, List.of());
    }
    if (exception instanceof ClickHouseUnavailableException) {
      return new Failure(ExitCode.FAILED, "embedded_server", message, List.of());
    }
    if (exception instanceof NoSuchPackageException) {
      return new Failure(ExitCode.ABSENT, "does_not_exist", message, List.of());
    }
    if (exception instanceof MediaException) {
      return new Failure(ExitCode.FAILED, "file", message, List.of());
    }
    if (exception instanceof CommandException || exception instanceof DeliveryException) {
      return new Failure(ExitCode.FAILED, "load", message, List.of());
    }
    if (exception instanceof OutOfMemoryError) {
      return new Failure(
          ExitCode.FAILED,
          "out_of_memory",
          "this needs more memory than Java was given; set DEVDATA_OPTS=-Xmx4g, or split the work",
          List.of());
    }
    if (exception instanceof IOException || exception instanceof UncheckedIOException) {
      return new Failure(ExitCode.FAILED, "file", FileMessages.of(exception), List.of());
    }
    if (exception instanceof NativeCodeException) {
      return new Failure(ExitCode.FAILED, "native_code", message, List.of());
    }
    if (exception instanceof LinkageError) {
      return new Failure(
          ExitCode.FAILED,
          "incomplete",
          "a part of devdata cannot be loaded (%s): the installation is incomplete, or this process may open too few files (ulimit -n 256)"
              .formatted(message),
          List.of());
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
}
