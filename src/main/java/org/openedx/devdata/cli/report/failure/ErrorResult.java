package org.openedx.devdata.cli.report.failure;

import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;

/** A document of a command that failed before it had results. */
public record ErrorResult(@Meaning("why the command failed") Reason error) {

  /** A failure as programs read it. */
  public record Reason(
      @Meaning("its kind, one of those below") ErrorCode code,
      @Meaning("the process's exit code") int exitCode,
      @Meaning("what is wrong and what to do, a line for each problem") String message,
      @Meaning("those problems that have a place in a file") List<Place> problems) {

    public static Reason of(Failure failure) {
      return new Reason(
          failure.code(),
          failure.exitCode(),
          failure.message(),
          failure.problems().stream()
              .map(
                  problem ->
                      new Place(
                          problem.position().file(),
                          problem.position().line(),
                          problem.position().column(),
                          problem.message()))
              .toList());
    }
  }

  /** A problem and its place. */
  public record Place(
      @Meaning("the file, as it was named") String file,
      @Meaning("from 1") int line,
      @Meaning("from 1") int column,
      @Meaning("what is wrong there") String message) {}

  public static ErrorResult of(Failure failure) {
    return new ErrorResult(Reason.of(failure));
  }
}
