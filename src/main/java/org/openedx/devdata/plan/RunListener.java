package org.openedx.devdata.plan;

import java.util.List;

/** Hears what a run does while it does it. Called from the run's thread. */
public interface RunListener {

  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /** An entry of the top-level spec begins; its database is open. */
  default void entryStarted(RunEntry entry, String database) {}

  /** A row was planned, and, unless this is a plan, written. */
  default void row(RunEntry entry, RowChange change) {}

  /**
   * Generated rows of a table were planned and, unless this is a plan, written: so many that only
   * their number is reported.
   */
  default void counted(RunEntry entry, String table, Action action, long rows) {}

  /** Rows that the spec says are left by a reset, because they are not its own alone. */
  default void left(RunEntry entry, LeftRows rows) {}

  /**
   * Records of a kind are done.
   *
   * @param done records so far
   * @param total records of the kind
   */
  default void progress(RunEntry entry, String kind, long done, long total) {}

  /** An entry is done and, unless this is a plan, committed. */
  default void entryFinished(RunEntry entry) {}

  /** Something that a person should know and that is no error. */
  default void warning(String message) {}

  /** Warnings of one time, of any number. */
  default void warnings(List<String> messages) {
    messages.forEach(this::warning);
  }
}
