package org.openedx.devdata.jdbc.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.jdbc.table.Table;

/**
 * A described table matched with the one that the database really has: which columns exist, under
 * which name, and what an insert must add for columns that only this database has. Immutable.
 */
public final class BoundTable {

  private final Table table;
  private final LiveTable live;
  private final LiveColumn[] columns;
  private final Map<String, String> extras;

  /**
   * @param extras text values for columns that the description does not know, by column name
   */
  public BoundTable(Table table, LiveTable live, Map<String, String> extras) {
    this.table = table;
    this.live = live;
    this.extras = Map.copyOf(extras);
    this.columns = table.columns().stream().map(live::find).toArray(LiveColumn[]::new);
  }

  public Table table() {
    return table;
  }

  /** The live column, or null when this database's release does not have it. */
  public LiveColumn live(int column) {
    return columns[column];
  }

  public boolean has(int column) {
    return columns[column] != null;
  }

  /** The column's name in this database, quoted. */
  public String sqlName(int column) {
    return Ddl.quote(columns[column].name());
  }

  /** Index of the column that has a name in this database; -1 where the description knows none. */
  public int columnOf(String liveColumn) {
    return IntStream.range(0, columns.length)
        .filter(column -> columns[column] != null && columns[column].name().equals(liveColumn))
        .findFirst()
        .orElse(-1);
  }

  /** The table's name in this database, quoted, with its database where that is another one. */
  public String sqlName() {
    String name = Ddl.quote(live.name());
    return live.database().isEmpty() ? name : Ddl.quote(live.database()) + "." + name;
  }

  /** The table's name in this database. */
  public String liveName() {
    return live.name();
  }

  /** The name of a unique index that some of these columns are all of, quoted; empty for none. */
  public Optional<String> uniqueIndex(int[] columnIndexes) {
    Set<String> names =
        IntStream.of(columnIndexes)
            .mapToObj(column -> columns[column].name())
            .collect(Collectors.toSet());
    return live.uniqueIndexes().entrySet().stream()
        .filter(index -> names.containsAll(index.getValue()))
        .map(index -> Ddl.quote(index.getKey()))
        .findFirst();
  }

  /** Values for columns that the description does not know, written with every new row. */
  public Map<String, String> extras() {
    return extras;
  }

  /** Returns whether a text column compares by case in this database. */
  public boolean caseSensitive(int column) {
    return columns[column] != null && columns[column].caseSensitive();
  }

  /**
   * Obstacles to writing to this table: columns that the server wants and no description supplies,
   * extra columns that do not exist, an engine without transactions. One sentence each.
   */
  public List<String> obstacles() {
    List<String> found = new ArrayList<>();
    for (LiveColumn column : live.columns().values()) {
      boolean described =
          table.columns().stream()
              .anyMatch(
                  known ->
                      known.name().equals(column.name())
                          || known.formerName().equals(column.name()));
      if (!described
          && !table.details().lookupOnly()
          && !column.nullable()
          && !column.supplied()
          && !extras.containsKey(column.name())) {
        found.add(
            "table "
                + table
                + " has a column '"
                + column.name()
                + "' that devdata does not know, is NOT NULL and has no default; give it a value:"
                + " column_defaults: {"
                + table
                + ": {"
                + column.name()
                + ": ...}}");
      }
    }
    for (String extra : extras.keySet()) {
      if (!live.columns().containsKey(extra)) {
        found.add("table " + table + " has no column '" + extra + "' in this database");
      }
    }
    if (live.engine() != null && !live.engine().equalsIgnoreCase("InnoDB")) {
      found.add(
          "table "
              + table
              + " uses the engine "
              + live.engine()
              + ", which cannot roll back; convert it: ALTER TABLE "
              + table
              + " ENGINE=InnoDB");
    }
    for (Column column : table.columns()) {
      if (live.find(column) == null && column.mustBeSupplied() && isIdentity(column)) {
        found.add("table " + table + " has no column '" + column.name() + "'; is it migrated?");
      }
    }
    return found;
  }

  private boolean isIdentity(Column column) {
    return table.naturalKey().contains(column.name()) || table.primaryKey().equals(column);
  }
}
