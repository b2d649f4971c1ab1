package org.openedx.devdata.cli.report.failure;

/** Stable names of failures, for programs; each with its exit code and its meaning. */
public enum ErrorCode {
  USAGE(ExitCode.USAGE, "wrong use of the command line"),
  INVALID_SPEC(
      ExitCode.INVALID,
      "spec, target or configuration files are invalid, or do not fit the database"),
  INVALID_CONFIGURATION(
      ExitCode.INVALID,
      "a target lacks an address, a user or a password, or names another machine; a file is not there"
          + " or cannot be what it is given as"),
  DATABASE(ExitCode.FAILED, "a database is away, not as expected, or refused something"),
  COMMIT_IN_DOUBT(
      ExitCode.FAILED,
      "a connection to a database failed during a commit, which may have been made or not"),
  ROW_REFUSED(ExitCode.FAILED, "a record cannot be written; `problems` names it"),
  DOES_NOT_EXIST(
      ExitCode.ABSENT,
      "what was asked for does not exist: a state, a learning package, a snapshot"),
  SNAPSHOT(
      ExitCode.FAILED,
      "a snapshot cannot be saved or read, or does not fit the database that it is restored to"),
  USER_STATE(ExitCode.FAILED, "a learner's state cannot be read or written"),
  EMBEDDED_SERVER(ExitCode.FAILED, "an embedded server could not be started or stopped"),
  LOAD(
      ExitCode.FAILED,
      "generated data could not be made or delivered, or its run was interrupted; the message says how"
          + " to resume"),
  FILE(ExitCode.FAILED, "a file or folder cannot be read or written"),
  NATIVE_CODE(ExitCode.FAILED, "a native library of devdata cannot be used on this machine"),
  INCOMPLETE(
      ExitCode.FAILED,
      "a part of devdata cannot be loaded: the installation is incomplete, or too few files may be open"),
  OUT_OF_MEMORY(ExitCode.FAILED, "Java was given too little memory"),
  INTERNAL(ExitCode.FAILED, "a bug in devdata");

  private final int exitCode;
  private final String meaning;

  ErrorCode(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** The process's exit code. */
  public int exitCode() {
    return exitCode;
  }

  /** Its meaning, as documents describe it. */
  public String meaning() {
    return meaning;
  }
}
