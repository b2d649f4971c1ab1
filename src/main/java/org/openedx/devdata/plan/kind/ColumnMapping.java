package org.openedx.devdata.plan.kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnType;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * Copies the fields of a record that are named after columns into a row: what the spec says is set,
 * what it does not say is left to defaults. Immutable.
 */
public final class ColumnMapping {

  private final Kind kind;
  private final Table table;
  private final List<Link> links;

  private record Link(int field, Column column) {}

  private ColumnMapping(Kind kind, Table table, List<Link> links) {
    this.kind = kind;
    this.table = table;
    this.links = List.copyOf(links);
  }

  /**
   * Fields of the kind that bear the name of a column of the table.
   *
   * @param except fields that mean something else, or that a factory sets itself
   */
  public static ColumnMapping of(Kind kind, Table table, Set<String> except) {
    List<Link> links = new ArrayList<>();
    for (Column column : table.columns()) {
      int field = kind.indexOf(column.name());
      if (field >= 0
          && !except.contains(column.name())
          && kind.fields().get(field).forbidden().isEmpty()) {
        links.add(new Link(field, column));
      }
    }
    return new ColumnMapping(kind, table, links);
  }

  /** The way back: the field that says each column. */
  List<Inverse.Link> inverse() {
    return links.stream()
        .map(
            link ->
                new Inverse.Link(
                    kind,
                    table,
                    link.column().name(),
                    kind.fields().get(link.field()).name(),
                    value -> value))
        .toList();
  }

  /** Returns whether the record names any column of the mapping. */
  public boolean isUsedBy(SpecRecord record) {
    return links.stream().anyMatch(link -> record.raw(link.field()) != null);
  }

  /** Sets the row's columns that the record names; the row must be of this mapping's table. */
  public void copy(SpecRecord record, Row row, Instant now) {
    if (row.table() != table) {
      throw new IllegalArgumentException(row.table() + " is not " + table);
    }
    for (Link link : links) {
      Object value = record.raw(link.field());
      if (value != null) {
        put(row, link.column(), value, now);
      }
    }
  }

  /** Writes a spec value into a column; a time relative to the run clock is not compared later. */
  public static void put(Row row, Column column, Object value, Instant now) {
    if (value instanceof TimeExpression time && time.relative()) {
      row.fill(column.name(), ColumnValues.utc(time.at(now)));
    } else {
      row.set(column.name(), convert(column, value, now));
    }
  }

  private static Object convert(Column column, Object value, Instant now) {
    if (value == SpecRecord.NULL) {
      return null;
    }
    if (value instanceof TimeExpression time) {
      return ColumnValues.utc(time.at(now));
    }
    if (column.type() == ColumnType.UUID) {
      return value.toString().replace("-", "").toLowerCase(Locale.ROOT);
    }
    return column.type() == ColumnType.JSON ? value.toString() : value;
  }
}
