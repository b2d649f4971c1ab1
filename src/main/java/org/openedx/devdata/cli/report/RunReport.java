package org.openedx.devdata.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;

/**
 * What a run did, as data: listens to the run and keeps what the report needs, so that memory does
 * not grow with the rows. Not thread-safe.
 */
public final class RunReport implements RunListener, AutoCloseable {

  /** By the entry's number: entries hold whole specs, too much to hash for every row. */
  private final Map<Integer, EntryReport> entries = new LinkedHashMap<>();

  private final List<String> warnings = new ArrayList<>();

  private RunReport(List<RunEntry> planned, Supplier<Rows> rows) {
    planned.forEach(entry -> entries.put(entry.number(), new EntryReport(entry, rows)));
  }

  /** A report that can tell every row. */
  public static RunReport complete(List<RunEntry> entries) {
    return new RunReport(entries, SpooledRows::new);
  }

  /** A report that can tell all counts, and the first rows of each action and table. */
  public static RunReport brief(List<RunEntry> entries, int rows) {
    return new RunReport(entries, () -> new FirstRows(rows));
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
  public void entryFinished(RunEntry entry) {
    entries.get(entry.number()).state(EntryReport.State.DONE);
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
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

  @Override
  public void close() {
    entries.values().forEach(EntryReport::close);
  }
}
