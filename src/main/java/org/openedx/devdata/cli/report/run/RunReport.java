package org.openedx.devdata.cli.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.failure.Failure;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.LeftRows;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;

/**
 * Report of what a run did, as data: listens to the run and keeps what the report needs, so that
 * memory does not grow with the rows. Not thread-safe.
 */
public final class RunReport implements RunListener, AutoCloseable {

  /** By the entry's number: entries hold whole specs, too much to hash for every row. */
  private final Map<Integer, EntryReport> entries = new LinkedHashMap<>();

  private final List<String> warnings = new ArrayList<>();

  private Failure failure;

  private RunReport(List<RunEntry> planned, boolean complete) {
    planned.forEach(entry -> entries.put(entry.number(), new EntryReport(entry, complete)));
  }

  /** A report that can list every row. */
  public static RunReport complete(List<RunEntry> entries) {
    return new RunReport(entries, true);
  }

  /** A report that can give all counts, and the first rows of each action and table. */
  public static RunReport brief(List<RunEntry> entries) {
    return new RunReport(entries, false);
  }

  @Override
  public void entryStarted(RunEntry entry, String database) {
    entries.get(entry.number()).state(EntryReport.State.FAILED);
  }

  @Override
  public void row(RunEntry entry, RowChange change) {
    entries.get(entry.number()).add(change);
  }

  @Override
  public void counted(RunEntry entry, String table, Action action, long rows) {
    entries.get(entry.number()).counted(table, action, rows);
  }

  @Override
  public void left(RunEntry entry, LeftRows rows) {
    entries.get(entry.number()).left(rows);
  }

  @Override
  public void entryFinished(RunEntry entry) {
    entries.get(entry.number()).state(EntryReport.State.DONE);
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
  }

  /**
   * The run failed.
   *
   * @param all whether what earlier entries wrote is rolled back, too
   */
  public void failed(Failure why, boolean all) {
    failure = failure == null ? why : failure;
    for (EntryReport entry : entries.values()) {
      if (entry.state() == EntryReport.State.FAILED && entry.failure().isEmpty()) {
        entry.failed(why);
      } else if (all && entry.state() == EntryReport.State.DONE) {
        entry.state(
            why.code() == ErrorCode.COMMIT_IN_DOUBT
                ? EntryReport.State.IN_DOUBT
                : EntryReport.State.ROLLED_BACK);
      }
    }
  }

  /** An entry failed before it began, or while it ran; others go on. */
  public void entryFailed(RunEntry entry, Failure why) {
    failure = failure == null ? why : failure;
    entries.get(entry.number()).failed(why);
  }

  /** The failure of the run, or of the first of its entries that failed. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Entries in the order of the top-level spec. */
  public List<EntryReport> entries() {
    return List.copyOf(entries.values());
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Counts of the entries that came to an end. */
  public Counts counts() {
    Counts sum = new Counts();
    entries.values().stream()
        .filter(entry -> entry.state() == EntryReport.State.DONE)
        .forEach(entry -> sum.add(entry.counts()));
    return sum;
  }

  /** Number of rows that the entries that came to an end left. */
  public long left() {
    return entries.values().stream()
        .filter(entry -> entry.state() == EntryReport.State.DONE)
        .flatMap(entry -> entry.left().stream())
        .mapToLong(LeftRows::rows)
        .sum();
  }

  @Override
  public void close() {
    entries.values().forEach(EntryReport::close);
  }
}
