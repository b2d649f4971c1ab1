package org.openedx.devdata.plan.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.schema.LiveColumn;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.MadeUp;
import org.openedx.devdata.plan.row.RowProblem;

/**
 * Looks at planned rows with the eyes of this database, so that what it would refuse is named with
 * its record and not by an error number: columns it lacks, text its character set cannot hold,
 * values of unique keys that another row has ({@link UniqueValues}). Not thread-safe.
 */
final class RowChecks {

  /** Number of people of whom one has a name in any character set that Django sites have had. */
  private static final int ATTEMPTS = 500;

  private static final Charset LATIN1 = Charset.forName("windows-1252");

  private final SchemaBinding binding;
  private final UniqueValues uniqueValues;
  private final Instant now;

  RowChecks(SchemaBinding binding, UniqueValues uniqueValues, Instant now) {
    this.binding = binding;
    this.uniqueValues = uniqueValues;
    this.now = now;
  }

  /**
   * @throws RowProblem for the first row that the database would refuse
   */
  void check(BoundTable table, List<PlannedRow> rows) {
    checkAbsent(table, rows);
    List<PlannedRow> changing =
        rows.stream()
            .filter(row -> row.action() == Action.CREATE || row.action() == Action.UPDATE)
            .toList();
    for (PlannedRow row : changing) {
      if (row.action() == Action.CREATE) {
        row.draft().madeUp().ifPresent(madeUp -> fit(madeUp, table, row));
      }
      for (int column = 0; column < table.table().columns().size(); column++) {
        checkValue(table, row, column);
      }
    }
    uniqueValues.check(binding, table, changing);
  }

  /** Puts back what a found row had before a row of an earlier chunk took it. */
  void restore(PlannedRow row, Object[] found) {
    uniqueValues.restore(row.table(), found[row.table().primaryKeyIndex()], found);
  }

  /**
   * A row that was found by its natural key has that key; in another spelling it would be renamed,
   * and what names it elsewhere would not.
   *
   * @param differing columns in which the row differs
   * @throws RowProblem when the natural key is one of them
   */
  static void checkSpelling(PlannedRow row, Object[] found, List<Integer> differing) {
    for (String name : differing.isEmpty() ? List.<String>of() : row.table().naturalKey()) {
      int index = row.table().indexOf(name);
      if (differing.contains(index) && found[index] instanceof String stored) {
        throw refuse(
            row,
            row.table().columns().get(index),
            "is '%s' in this database, which it takes for the same as '%s'; spell it as there"
                .formatted(stored, row.plain(index)));
      }
    }
  }

  /** Refuses values for a column that the database lacks: they can be neither kept nor compared. */
  private static void checkAbsent(BoundTable table, List<PlannedRow> rows) {
    int[] absent =
        IntStream.range(0, table.table().columns().size())
            .filter(column -> !table.has(column))
            .toArray();
    for (int column : absent) {
      for (PlannedRow row : rows) {
        if (row.isCompared(column)) {
          throw refuse(
              row,
              table.table().columns().get(column),
              "does not exist in this database, or this user may not see it; its release may differ");
        }
      }
    }
  }

  private void checkValue(BoundTable table, PlannedRow row, int index) {
    Column column = table.table().columns().get(index);
    Cell cell = row.cell(index);
    Object value = cell instanceof Cell.Plain ? cell.plain() : cell;
    LiveColumn live = table.live(index);
    if (live == null) {
      return;
    }
    if (value == null) {
      boolean defaulted = !row.isWritten(index) && ColumnValues.defaultOf(column, now) != null;
      if (row.action() == Action.CREATE && column.mustBeSupplied() && !defaulted) {
        throw refuse(row, column, "has no value and may not be NULL; give it one");
      }
      return;
    }
    if (value instanceof String text) {
      checkText(row, column, live, text);
    }
  }

  /** Makes values up until they fit, or there is no use. */
  private static void fit(MadeUp madeUp, BoundTable table, PlannedRow row) {
    boolean fits = false;
    for (int attempt = 0; attempt < ATTEMPTS && !fits; attempt++) {
      fits = true;
      for (String name : madeUp.columns()) {
        int column = row.table().indexOf(name);
        row.replace(column, Cell.of(madeUp.value(name, attempt)));
        fits &= fits(table, row, column);
      }
    }
  }

  private static boolean fits(BoundTable table, PlannedRow row, int column) {
    LiveColumn live = table.live(column);
    return live == null
        || !(row.plain(column) instanceof String text)
        || (live.maxLength() < 0 || text.codePointCount(0, text.length()) <= live.maxLength())
            && holds(live, text);
  }

  private static void checkText(PlannedRow row, Column column, LiveColumn live, String text) {
    if (live.maxLength() >= 0 && text.length() > live.maxLength()) {
      int length = text.codePointCount(0, text.length());
      if (length > live.maxLength()) {
        throw refuse(
            row, column, "holds at most " + live.maxLength() + " characters here, not " + length);
      }
    }
    if (!holds(live, text)) {
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

  private static boolean holds(LiveColumn live, String text) {
    return switch (live.charset()) {
      case "utf8mb3", "utf8" -> text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
      case "latin1" -> LATIN1.newEncoder().canEncode(text);
      case "ascii" -> StandardCharsets.US_ASCII.newEncoder().canEncode(text);
      default -> true;
    };
  }

  private static RowProblem refuse(PlannedRow row, Column column, String what) {
    return new RowProblem(
        row.position(), "column " + row.table() + "." + column.name() + " " + what);
  }
}
