package org.openedx.devdata.cli.report.failure;

/** Exit codes of the process. */
public final class ExitCode {

  /** Done. */
  public static final int DONE = 0;

  /** The run failed. */
  public static final int FAILED = 1;

  /** Wrong use of the command line. */
  public static final int USAGE = 2;

  /** Invalid spec or configuration. */
  public static final int INVALID = 3;

  /**
   * {@code plan --detailed-exitcode} found changes, or {@code verify} or {@code snapshot diff}
   * found differences.
   */
  public static final int DIFFERENCES = 4;

  /** The thing that was asked for does not exist. */
  public static final int ABSENT = 5;

  private ExitCode() {}
}
