package org.openedx.devdata.cli.report.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
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
import org.openedx.devdata.plan.row.Purpose;

/** Report of what a run did, or would do, for one entry of the top-level spec. Not thread-safe. */
public final class EntryReport {

  /** State that an entry has reached. */
  public enum State {
    /** Never begun. */
    PENDING,
    /** Begun and not ended: what it wrote was rolled back. */
    FAILED,
    /** Ended; its commit may have been made or not. */
    IN_DOUBT,
    /** Ended, and rolled back with a later one that failed. */
    ROLLED_BACK,
    DONE
  }

  private final RunEntry entry;
  private final boolean complete;
  private final Map<String, TableReport> tables = new LinkedHashMap<>();
  private final BitSet created = new BitSet();
  private final List<LeftRows> left = new ArrayList<>();
  private State state = State.PENDING;
  private Failure failure;

  EntryReport(RunEntry entry, boolean complete) {
    this.entry = entry;
    this.complete = complete;
  }

  void add(RowChange change) {
    tables
        .computeIfAbsent(change.table(), table -> new TableReport(table, complete))
        .add(change, comesAlong(change));
  }

  void counted(String table, Action action, long rows) {
    tables.computeIfAbsent(table, name -> new TableReport(name, complete)).counted(action, rows);
  }

  void left(LeftRows rows) {
    left.add(rows);
  }

  /** Rows that the spec says and a reset leaves. */
  public List<LeftRows> left() {
    return List.copyOf(left);
  }

  /** True when what a failure leaves behind was rolled back. */
  public boolean rollsBack() {
    return entry.service().rollsBack();
  }

  /**
   * True when a row merely shares the fate of its record's own row, as a new user's profile does. A
   * profile that is created alone does not. Rows of records on one line are not distinguished.
   */
  private boolean comesAlong(RowChange change) {
    int line = change.position().line();
    if (change.purpose() == Purpose.DECLARED) {
      if (change.action() == Action.CREATE) {
        created.set(line);
      }
      return false;
    }
    return change.purpose() == Purpose.DERIVED
        && (change.action() != Action.CREATE || created.get(line))
        && change.action() != Action.UPDATE;
  }

  void state(State reached) {
    this.state = reached;
  }

  void failed(Failure why) {
    state(why.code() == ErrorCode.COMMIT_IN_DOUBT ? State.IN_DOUBT : State.FAILED);
    this.failure = why;
  }

  /** The failure of the entry; empty when it did not. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
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
