package org.openedx.devdata.cli.report.failure;

/** What the process's exit code tells. */
public final class ExitCode {

  /** Done. */
  public static final int DONE = 0;

  /** The run failed. */
  public static final int FAILED = 1;

  /** Wrong use of the command line. */
  public static final int USAGE = 2;

  /** Invalid spec or configuration. */
  public static final int INVALID = 3;

  /** {@code plan --detailed-exitcode} found changes, or {@code verify} found differences. */
  public static final int DIFFERENCES = 4;

  /** What was asked for does not exist. */
  public static final int ABSENT = 5;

  private ExitCode() {}
}
