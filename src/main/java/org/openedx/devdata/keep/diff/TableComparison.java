package org.openedx.devdata.keep.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.RowFields;
import org.openedx.devdata.keep.rows.Identities;
import org.openedx.devdata.keep.rows.RowNames;

/** Differences of one table as they are found: counted, and the first rows named. For one table. */
final class TableComparison implements ChangedRows {

  /** Lines that wait to be named together. */
  private static final int TOGETHER = 500;

  private static final int BYTES = 4 << 20;

  /**
   * A side as this table has it.
   *
   * @param table with its columns
   * @param names how its rows are named
   */
  record Side(CatalogTable table, RowNames names) {

    List<String> values(byte[] line) {
      return new RowFields(table.stored()).of(line, 0, line.length);
    }

    List<String> columns() {
      return SharedColumns.names(table);
    }
  }

  private record Lines(byte[] before, byte[] after) {

    int length() {
      return (before == null ? 0 : before.length) + (after == null ? 0 : after.length);
    }
  }

  private final Side before;
  private final Side after;
  private final int limit;
  private final long[] counts = new long[Change.values().length];
  private final List<Lines> waiting = new ArrayList<>();
  private final List<RowChange> rows = new ArrayList<>();
  private int bytes;

  /**
   * @param limit maximum number of rows that are shown
   */
  TableComparison(Side before, Side after, int limit) {
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
  TableDiff result() {
    name();
    return new TableDiff(
        after.table().name(),
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

  private void add(Side side, List<Lines> some, List<byte[]> named) {
    if (some.isEmpty()) {
      return;
    }
    Identities identities = side.names().identities();
    List<String> columns = side.columns();
    List<List<String>> values = new ArrayList<>();
    for (byte[] line : named) {
      List<String> all = side.values(line);
      List<String> key = new ArrayList<>();
      for (String column : identities.of(side.table()).columns()) {
        key.add(columns.contains(column) ? all.get(columns.indexOf(column)) : null);
      }
      values.add(key);
    }
    List<List<String>> names = side.names().of(side.table(), values);
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

  private static List<ColumnChange> all(Side side, byte[] line, boolean gone) {
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
