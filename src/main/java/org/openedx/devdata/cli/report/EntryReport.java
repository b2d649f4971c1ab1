package org.openedx.devdata.cli.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;

/** What a run did, or would do, for one entry of the top-level spec. Not thread-safe. */
public final class EntryReport {

  /** How far an entry got. */
  public enum State {
    /** Never begun. */
    PENDING,
    /** Begun and not ended: what it wrote was rolled back. */
    FAILED,
    DONE
  }

  private final RunEntry entry;
  private final Supplier<Rows> rows;
  private final Map<String, TableReport> tables = new LinkedHashMap<>();
  private State state = State.PENDING;

  EntryReport(RunEntry entry, Supplier<Rows> rows) {
    this.entry = entry;
    this.rows = rows;
  }

  void add(RowChange change) {
    tables.computeIfAbsent(change.table(), table -> new TableReport(table, rows.get())).add(change);
  }

  void state(State reached) {
    this.state = reached;
  }

  public RunEntry entry() {
    return entry;
  }

  public State state() {
    return state;
  }

  /** Tables in the order in which the run met them. */
  public Collection<TableReport> tables() {
    return tables.values();
  }

  public Counts counts() {
    Counts sum = new Counts();
    tables.values().forEach(table -> sum.add(table.counts()));
    return sum;
  }

  void close() {
    tables.values().forEach(TableReport::close);
  }
}
