package org.openedx.devdata.plan.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnType;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;

/**
 * Copies of a table's rows as django-simple-history makes them of each save: one {@code +} for a
 * created row, one {@code ~} for an updated one. Immutable.
 */
final class HistoryCopies {

  private static final RandomStream IDS = RandomStream.of(0).derive("history_id");

  private final Table source;
  private final BoundTable twin;
  private final Instant now;
  private final int[] columns;

  /** For each column of a copy the index of the copied one, or -1. */
  private final int[] sources;

  HistoryCopies(BoundTable table, BoundTable twin, Instant now) {
    this.source = table.table();
    this.twin = twin;
    this.now = now;
    this.columns =
        IntStream.range(0, twin.table().columns().size())
            .filter(column -> twin.has(column) && !twin.table().columns().get(column).auto())
            .toArray();
    this.sources =
        IntStream.of(columns)
            .mapToObj(column -> twin.table().columns().get(column).name())
            .mapToInt(name -> source.has(name) ? source.indexOf(name) : -1)
            .toArray();
  }

  /** Indexes of the columns that a copy fills. */
  int[] columns() {
    return columns;
  }

  /** The copy of a row that is written new. */
  Object[] created(PlannedRow row) {
    Object[] image = new Object[source.columns().size()];
    for (int column = 0; column < image.length; column++) {
      image[column] = row.cell(column).written();
    }
    image[source.primaryKeyIndex()] = row.key();
    return copy(image, "+", 0);
  }

  /**
   * The copy of a row that was updated.
   *
   * @param image its values, by column index
   * @param earlier copies that it has already
   */
  Object[] updated(Object[] image, long earlier) {
    return copy(image, "~", earlier);
  }

  /** Random keys go in by their order: the server then touches each page of its tree once. */
  void sortByPrimaryKey(List<Object[]> copies) {
    int place = Arrays.binarySearch(columns, twin.table().primaryKeyIndex());
    if (place >= 0) {
      copies.sort(Comparator.comparing(copy -> (String) copy[place]));
    }
  }

  private Object[] copy(Object[] image, String type, long earlier) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Column column = twin.table().columns().get(columns[i]);
      values[i] =
          switch (column.name()) {
            case "history_id" -> historyId(image, type, earlier, column);
            case "history_date" -> ColumnValues.utc(now);
            case "history_type" -> type;
            case "history_change_reason", "history_user_id" -> null;
            default -> sources[i] < 0 ? null : copied(sources[i], image, column);
          };
    }
    return values;
  }

  /** A column that only the copy has in this database gets what a new row would have. */
  private Object copied(int index, Object[] image, Column column) {
    Object value = image[index];
    return value == null && column.mustBeSupplied()
        ? ColumnValues.defaultOf(source.columns().get(index), now)
        : value;
  }

  /** Distinct for each save of a row, and the same whenever the same run is made again. */
  private Object historyId(Object[] image, String type, long earlier, Column column) {
    if (column.type() != ColumnType.UUID) {
      return null;
    }
    Object key = image[source.primaryKeyIndex()];
    long draw = IDS.at(source.name() + "/" + key + "/" + now + "/" + type + earlier);
    byte[] hex = new byte[Uuids.HEX_LENGTH];
    Uuids.writeHex(Uuids.high4(Draw.of(draw, 0)), Uuids.low(Draw.of(draw, 1)), hex, 0);
    return new String(hex, StandardCharsets.US_ASCII);
  }
}
