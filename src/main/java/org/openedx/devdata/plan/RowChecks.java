package org.openedx.devdata.plan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.Column;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.LiveColumn;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowLookup;

/**
 * Looks at planned rows with the eyes of this database, so that what it would refuse is named with
 * its record and not by an error number: columns it lacks, text its character set cannot hold,
 * values of unique keys that another row has. Not thread-safe.
 */
final class RowChecks {

  private static final Charset LATIN1 = Charset.forName("windows-1252");

  private final MySqlDatabase database;
  private final Instant now;

  RowChecks(MySqlDatabase database, Instant now) {
    this.database = database;
    this.now = now;
  }

  /**
   * @throws RowProblem for the first row that the database would refuse
   */
  void check(BoundTable table, List<Row> rows) {
    List<Row> changing =
        rows.stream()
            .filter(row -> row.action() == Action.CREATE || row.action() == Action.UPDATE)
            .toList();
    for (Row row : changing) {
      for (int column = 0; column < table.table().columns().size(); column++) {
        checkValue(table, row, column);
      }
    }
    for (List<String> unique : table.table().uniqueKeys()) {
      if (!unique.equals(table.table().naturalKey())) {
        checkUnique(table, unique, changing);
      }
    }
  }

  private void checkValue(BoundTable table, Row row, int index) {
    Column column = table.table().columns().get(index);
    Object value = row.value(index);
    LiveColumn live = table.live(index);
    if (live == null) {
      if (row.columns().isCompared(index)) {
        throw refuse(row, column, "does not exist in this database; its release may differ");
      }
      return;
    }
    if (value == null) {
      boolean defaulted =
          !row.columns().isWritten(index) && ColumnValues.defaultOf(column, now) != null;
      if (row.action() == Action.CREATE && column.mustBeSupplied() && !defaulted) {
        throw refuse(row, column, "has no value and may not be NULL; give it one");
      }
      return;
    }
    if (value instanceof String text) {
      checkText(row, column, live, text);
    }
  }

  private static void checkText(Row row, Column column, LiveColumn live, String text) {
    if (live.maxLength() >= 0 && text.length() > live.maxLength()) {
      int length = text.codePointCount(0, text.length());
      if (length > live.maxLength()) {
        throw refuse(
            row, column, "holds at most " + live.maxLength() + " characters here, not " + length);
      }
    }
    boolean fits =
        switch (live.charset()) {
          case "utf8mb3", "utf8" ->
              text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
          case "latin1" -> LATIN1.newEncoder().canEncode(text);
          case "ascii" -> StandardCharsets.US_ASCII.newEncoder().canEncode(text);
          default -> true;
        };
    if (!fits) {
      throw refuse(
          row,
          column,
          "is "
              + live.charset()
              + " in this database and cannot hold '"
              + text
              + "'; convert the table to utf8mb4 or use other characters");
    }
  }

  private static RowProblem refuse(Row row, Column column, String what) {
    return new RowProblem(
        row.position(), "column " + row.table() + "." + column.name() + " " + what);
  }

  /** One look-up tells whether rows that are created or changed take a value that is taken. */
  private void checkUnique(BoundTable table, List<String> unique, List<Row> rows) {
    int[] columns = KeyFolding.indexes(table, unique);
    Map<String, Row> byValue = new HashMap<>();
    List<Object[]> values = new ArrayList<>();
    for (Row row : rows) {
      Object[] value = new Object[columns.length];
      boolean complete = true;
      for (int i = 0; i < columns.length; i++) {
        value[i] = Resolved.plain(row.value(columns[i]));
        complete &= value[i] != null && table.has(columns[i]);
      }
      boolean surelyNew = row.isNamedBy(unique) && !row.finder().mayFind(row);
      if (complete && !surelyNew && changes(table, row, columns)) {
        Row other = byValue.put(KeyFolding.fold(table, columns, value), row);
        if (other != null) {
          throw taken(row, unique, value, "the record at " + other.position());
        }
        values.add(value);
      }
    }
    int[] read = new int[columns.length + 1];
    read[0] = table.table().primaryKeyIndex();
    System.arraycopy(columns, 0, read, 1, columns.length);
    for (Object[] found : RowLookup.find(database, table, read, columns, values)) {
      Object[] value = java.util.Arrays.copyOfRange(found, 1, found.length);
      Row row = byValue.get(KeyFolding.fold(table, columns, value));
      if (row != null && !ColumnValues.same(found[0], row.key())) {
        Object[] wanted =
            java.util.Arrays.stream(columns)
                .mapToObj(column -> Resolved.plain(row.value(column)))
                .toArray();
        throw taken(
            row,
            unique,
            wanted,
            "the row with " + table.table().primaryKey().name() + " " + found[0]);
      }
    }
  }

  private static boolean changes(BoundTable table, Row row, int[] columns) {
    if (row.action() == Action.CREATE) {
      return true;
    }
    List<Integer> differing = Differences.of(table, row, row.found());
    for (int column : columns) {
      if (differing.contains(column)) {
        return true;
      }
    }
    return false;
  }

  private static RowProblem taken(Row row, List<String> unique, Object[] value, String by) {
    return new RowProblem(
        row.position(),
        row.table()
            + " needs "
            + String.join(", ", unique)
            + " to be unique, but '"
            + String.join(", ", java.util.Arrays.stream(value).map(ColumnValues::text).toList())
            + "' is taken by "
            + by
            + "; choose another");
  }
}
