package org.openedx.devdata.cli.report.failure;

import java.util.List;
import org.openedx.devdata.spec.Problem;

/**
 * Reason why something failed, for people and programs.
 *
 * @param code its kind
 * @param message what is wrong and what to do, a line for each problem
 * @param problems the places in files, when there are any
 */
public record Failure(ErrorCode code, String message, List<Problem> problems) {

  /** A failure without a place in a file. */
  public Failure(ErrorCode code, String message) {
    this(code, message, List.of());
  }

  /** The process's exit code. */
  public int exitCode() {
    return code.exitCode();
  }
}
