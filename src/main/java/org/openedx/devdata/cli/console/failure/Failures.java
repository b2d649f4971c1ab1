package org.openedx.devdata.cli.console.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.bytes.NativeCodeException;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.failure.Failure;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.clickhouse.library.ClickHouseUnavailableException;
import org.openedx.devdata.jdbc.CommitInDoubtException;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.jdbc.targets.UnknownTargetException;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.media.MediaException;
import org.openedx.devdata.service.content.tables.NoSuchPackageException;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.SpecException;

/** The one place that knows what each exception means to a person, and its exit code. */
public final class Failures {

  /** Failures that say in their own message what is wrong; the first that fits. */
  private static final Map<Class<? extends Throwable>, ErrorCode> SPOKEN = new LinkedHashMap<>();

  static {
    SPOKEN.put(ConfigurationException.class, ErrorCode.INVALID_CONFIGURATION);
    SPOKEN.put(UsageException.class, ErrorCode.USAGE);
    SPOKEN.put(UnknownTargetException.class, ErrorCode.USAGE);
    SPOKEN.put(CommitInDoubtException.class, ErrorCode.COMMIT_IN_DOUBT);
    SPOKEN.put(DatabaseException.class, ErrorCode.DATABASE);
    SPOKEN.put(UserStateException.DoesNotExist.class, ErrorCode.DOES_NOT_EXIST);
    SPOKEN.put(UserStateException.class, ErrorCode.USER_STATE);
    SPOKEN.put(EmbeddedServerException.class, ErrorCode.EMBEDDED_SERVER);
    SPOKEN.put(ClickHouseUnavailableException.class, ErrorCode.EMBEDDED_SERVER);
    SPOKEN.put(NoSuchPackageException.class, ErrorCode.DOES_NOT_EXIST);
    SPOKEN.put(MediaException.class, ErrorCode.FILE);
    SPOKEN.put(SnapshotException.DoesNotExist.class, ErrorCode.DOES_NOT_EXIST);
    SPOKEN.put(SnapshotException.class, ErrorCode.SNAPSHOT);
    SPOKEN.put(DeliveryException.class, ErrorCode.LOAD);
    SPOKEN.put(NativeCodeException.class, ErrorCode.NATIVE_CODE);
  }

  private Failures() {}

  public static Failure of(Throwable exception) {
    String message = String.valueOf(exception.getMessage());
    if (exception instanceof SpecException spec) {
      return new Failure(ErrorCode.INVALID_SPEC, message, spec.problems());
    }
    if (exception instanceof RowProblem row) {
      Problem problem = new Problem(row.position(), withoutPlace(message, row));
      return new Failure(ErrorCode.ROW_REFUSED, message, List.of(problem));
    }
    if (exception instanceof CommandException command) {
      return new Failure(command.code(), message);
    }
    if (exception instanceof OutOfMemoryError) {
      return new Failure(
          ErrorCode.OUT_OF_MEMORY,
          "this needs more memory than Java was given; set DEVDATA_OPTS=-Xmx4g, or split the work");
    }
    return SPOKEN.entrySet().stream()
        .filter(kind -> kind.getKey().isInstance(exception))
        .findFirst()
        .map(kind -> new Failure(kind.getValue(), message))
        .orElseGet(() -> ofTheMachine(exception));
  }

  private static Failure ofTheMachine(Throwable exception) {
    if (exception instanceof IOException || exception instanceof UncheckedIOException) {
      return new Failure(ErrorCode.FILE, FileMessages.of(exception));
    }
    if (exception instanceof LinkageError) {
      return new Failure(
          ErrorCode.INCOMPLETE,
          "a part of devdata cannot be loaded (%s): the installation is incomplete, or this process may open too few files (ulimit -n 256)"
              .formatted(exception.getMessage()));
    }
    return new Failure(
        ErrorCode.INTERNAL,
        "this is a bug in devdata: %s; run again with --stacktrace and report what it prints"
            .formatted(exception));
  }

  private static String withoutPlace(String message, RowProblem row) {
    String place = row.position() + ": ";
    return message.startsWith(place) ? message.substring(place.length()) : message;
  }
}
