package org.openedx.devdata.keep.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Differences of one table as they are found: counted, and the first rows named. For one table. */
public final class TableComparison implements ChangedRows {

  /** Lines that wait to be named together. */
  private static final int TOGETHER = 500;

  private static final int BYTES = 4 << 20;

  private record Lines(byte[] before, byte[] after) {

    int length() {
      return (before == null ? 0 : before.length) + (after == null ? 0 : after.length);
    }
  }

  private final String table;
  private final NamedTable before;
  private final NamedTable after;
  private final int limit;
  private final long[] counts = new long[Change.values().length];
  private final List<Lines> waiting = new ArrayList<>();
  private final List<RowChange> rows = new ArrayList<>();
  private int bytes;

  /**
   * @param table its name
   * @param limit maximum number of rows that are shown
   */
  public TableComparison(String table, NamedTable before, NamedTable after, int limit) {
    this.table = table;
    this.before = before;
    this.after = after;
    this.limit = limit;
  }

  @Override
  public void count(Change change) {
    counts[change.ordinal()]++;
  }

  @Override
  public int room() {
    return limit - rows.size() - waiting.size();
  }

  @Override
  public void show(byte[] lineBefore, byte[] lineAfter) {
    Lines lines = new Lines(lineBefore, lineAfter);
    waiting.add(lines);
    bytes += lines.length();
    if (waiting.size() == TOGETHER || bytes > BYTES) {
      name();
    }
  }

  /** The differences, once all were found. */
  public TableDiff result() {
    name();
    return new TableDiff(
        table,
        counts[Change.ADDED.ordinal()],
        counts[Change.REMOVED.ordinal()],
        counts[Change.CHANGED.ordinal()],
        List.copyOf(rows));
  }

  private void name() {
    List<Lines> gone = waiting.stream().filter(one -> one.after() == null).toList();
    List<Lines> there = waiting.stream().filter(one -> one.after() != null).toList();
    add(before, gone, gone.stream().map(Lines::before).toList());
    add(after, there, there.stream().map(Lines::after).toList());
    waiting.clear();
    bytes = 0;
  }

  private void add(NamedTable side, List<Lines> some, List<byte[]> named) {
    if (some.isEmpty()) {
      return;
    }
    List<List<String>> names = side.names(named.stream().map(side::values).toList());
    for (int i = 0; i < some.size(); i++) {
      List<String> name = new ArrayList<>();
      names.get(i).forEach(part -> name.add(ShownValue.of(part)));
      rows.add(change(some.get(i), name));
    }
  }

  private RowChange change(Lines lines, List<String> name) {
    if (lines.before() == null) {
      return new RowChange(Change.ADDED, name, all(after, lines.after(), false));
    }
    if (lines.after() == null) {
      return new RowChange(Change.REMOVED, name, all(before, lines.before(), true));
    }
    List<String> old = before.values(lines.before());
    List<String> now = after.values(lines.after());
    List<String> oldColumns = before.columns();
    List<String> newColumns = after.columns();
    List<ColumnChange> changes = new ArrayList<>();
    for (int i = 0; i < oldColumns.size(); i++) {
      int at = newColumns.indexOf(oldColumns.get(i));
      if (at >= 0 && !Objects.equals(old.get(i), now.get(at))) {
        changes.add(ShownValue.pair(oldColumns.get(i), old.get(i), now.get(at)));
      }
    }
    return new RowChange(Change.CHANGED, name, changes);
  }

  private static List<ColumnChange> all(NamedTable side, byte[] line, boolean gone) {
    List<ColumnChange> columns = new ArrayList<>();
    List<String> values = side.values(line);
    for (int i = 0; i < values.size(); i++) {
      String value = ShownValue.of(values.get(i));
      if (value != null) {
        columns.add(
            new ColumnChange(side.columns().get(i), gone ? value : null, gone ? null : value));
      }
    }
    return columns;
  }
}
