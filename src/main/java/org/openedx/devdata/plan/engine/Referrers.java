package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.rows.ForeignKeys;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableDetails.Mention;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Finds what refers to rows of a table: by the references and mentions that tables are described
 * with, and by the foreign keys that the database has, of tables without a description, too. Not
 * thread-safe.
 */
final class Referrers {

  private final MySqlDatabase database;
  private final StoredRows stored;
  private final SchemaBinding binding;
  private final IdentityHashMap<Table, List<Place>> places = new IdentityHashMap<>();
  private final IdentityHashMap<Table, List<ForeignKeys.Key>> keys = new IdentityHashMap<>();

  private final ServiceLedger ledger;

  Referrers(MySqlDatabase database, SchemaBinding binding, ServiceLedger ledger) {
    this.database = database;
    this.ledger = ledger;
    this.stored = new DatabaseRows(database);
    this.binding = binding;
  }

  /**
   * Columns of a described table that refer.
   *
   * @param table the table that refers
   * @param columns its columns; none where any of its rows does
   * @param target the columns of the other table that hold the same values
   * @param named whether a row is named by them, without a foreign key
   * @param mayNeed whether they only mean that one may be needed
   */
  private record Place(
      BoundTable table, int[] columns, int[] target, boolean named, boolean mayNeed) {}

  /**
   * Rows that others than those that go with them refer to.
   *
   * @param rows found rows of one table
   * @param going primary keys of rows that go, too, by table
   */
  Set<PlannedRow> used(Table table, List<PlannedRow> rows, Map<Table, Set<Object>> going) {
    Set<PlannedRow> used = new HashSet<>();
    for (Place place : places(table)) {
      Set<Object> gone = going.getOrDefault(place.table().table(), Set.of());
      if (place.mayNeed() && place.columns().length > 0) {
        List<PlannedRow> own = rows.stream().filter(PlannedRow::isOwn).toList();
        List<PlannedRow> others = rows.stream().filter(row -> !row.isOwn()).toList();
        // A row that a load made for a record is needed by records, not by rows of the site.
        used.addAll(usedBy(place, own, key -> isGoing(place, key, gone)));
        used.addAll(usedBy(place, others, gone));
      } else {
        used.addAll(usedBy(place, rows, gone));
      }
    }
    for (ForeignKeys.Key key : foreign(table)) {
      List<PlannedRow> asked = rows;
      if (isCompanion(table, key)) {
        asked = rows.stream().filter(row -> !row.isOwn()).toList();
      }
      Set<String> values =
          uses(table, key, asked).stream()
              .map(use -> ColumnValues.text(use.values().get(0)))
              .collect(Collectors.toSet());
      rows.stream()
          .filter(row -> values.contains(ColumnValues.text(value(row, key.target()))))
          .forEach(used::add);
    }
    return used;
  }

  /**
   * Returns whether a key is of rows that the platform hangs on others, which is no use of them.
   */
  private static boolean isCompanion(Table table, ForeignKeys.Key key) {
    return table.details().companions().stream()
        .anyMatch(
            companion ->
                companion.table().equals(key.table()) && companion.column().equals(key.column()));
  }

  private boolean isGoing(Place place, Object key, Set<Object> going) {
    return going.contains(key) || !ledger.isSaid(place.table(), key);
  }

  private Set<PlannedRow> usedBy(Place place, List<PlannedRow> rows, Set<Object> going) {
    return usedBy(place, rows, going.isEmpty() ? null : going::contains);
  }

  /**
   * @param going says by primary keys which rows do not count; null when all do
   */
  private Set<PlannedRow> usedBy(Place place, List<PlannedRow> rows, Predicate<Object> going) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    if (place.columns().length == 0) {
      return stored.any(place.table()) ? new HashSet<>(rows) : Set.of();
    }
    List<Object[]> values = rows.stream().map(row -> values(row, place.target())).toList();
    List<Object[]> found =
        going == null
            ? stored.present(place.table(), place.columns(), values)
            : others(place, values, going);
    Set<String> folded = found.stream().map(one -> fold(place, one)).collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> folded.contains(fold(place, values(row, place.target()))))
        .collect(Collectors.toSet());
  }

  /** The values that rows have which do not go. */
  private List<Object[]> others(Place place, List<Object[]> values, Predicate<Object> going) {
    int primaryKey = place.table().table().primaryKeyIndex();
    int[] read =
        IntStream.concat(IntStream.of(primaryKey), IntStream.of(place.columns())).toArray();
    return stored.find(place.table(), read, place.columns(), values).stream()
        .filter(row -> !going.test(row[0]))
        .map(row -> Arrays.copyOfRange(row, 1, row.length))
        .toList();
  }

  private static String fold(Place place, Object[] values) {
    return KeyFolding.fold(place.table(), place.columns(), values);
  }

  private static Object[] values(PlannedRow row, int[] columns) {
    return IntStream.of(columns).mapToObj(column -> value(row, column)).toArray();
  }

  private static Object value(PlannedRow row, int column) {
    return column == row.table().primaryKeyIndex() ? row.key() : row.plain(column);
  }

  List<ForeignKeys.Use> uses(Table table, ForeignKeys.Key key, List<PlannedRow> rows) {
    List<List<Object>> values = rows.stream().map(row -> values(row, key)).distinct().toList();
    return ForeignKeys.uses(database, binding.get(table), key, values);
  }

  /** Values of a row in the columns that a key refers to. */
  static List<Object> values(PlannedRow row, ForeignKeys.Key key) {
    return key.targets().stream().map(target -> value(row, target)).toList();
  }

  /** Columns that refer to a table by their descriptions. */
  private List<Place> places(Table table) {
    return places.computeIfAbsent(
        table,
        any -> {
          List<Place> found = new ArrayList<>();
          for (Table other : binding.tables().all()) {
            BoundTable bound = binding.get(other);
            if (bound != null) {
              collect(bound, table, found);
            }
          }
          return found;
        });
  }

  private void collect(BoundTable other, Table table, List<Place> found) {
    for (String column : other.table().details().references().keySet()) {
      int[] columns = {other.table().indexOf(column)};
      if (binding.tables().referenced(other.table(), column) == table && other.has(columns[0])) {
        found.add(new Place(other, columns, new int[] {table.primaryKeyIndex()}, false, false));
      }
    }
    for (Mention mention : other.table().details().mentions()) {
      if (mention.table().equals(table.name())) {
        found.add(
            new Place(
                other,
                KeyFolding.indexes(other, mention.columns()),
                KeyFolding.indexes(binding.get(table), mention.target()),
                mention.named(),
                !mention.named()));
      }
    }
  }

  /** Foreign keys that no description says. */
  private List<ForeignKeys.Key> foreign(Table table) {
    return all(table).stream().filter(key -> !isDescribed(key)).toList();
  }

  /** All foreign keys that refer to a table. */
  List<ForeignKeys.Key> all(Table table) {
    return keys.computeIfAbsent(table, any -> ForeignKeys.to(database, binding.get(any)));
  }

  private boolean isDescribed(ForeignKeys.Key key) {
    return binding.tables().has(key.table())
        && binding.tables().get(key.table()).details().references().containsKey(key.column());
  }

  /** Columns that name rows of a table and that no foreign key protects. */
  List<ForeignKeys.Key> names(Table table) {
    return unprotected(table).stream()
        .map(place -> ForeignKeys.of(place.table(), place.columns(), place.target()))
        .toList();
  }

  private List<Place> unprotected(Table table) {
    return places(table).stream()
        .filter(Place::named)
        .filter(
            place ->
                !all(table)
                    .contains(ForeignKeys.of(place.table(), place.columns(), place.target())))
        .toList();
  }

  /**
   * Rows that others name without a foreign key, so that these would name nothing: neither what
   * goes, too, nor another row that stays has that name.
   *
   * @param rows found rows of one table that are to be removed
   * @param going primary keys of rows that go later, by table
   */
  Set<PlannedRow> named(Table table, List<PlannedRow> rows, Map<Table, Set<Object>> going) {
    Set<PlannedRow> named = new HashSet<>();
    for (Place place : unprotected(table)) {
      Set<PlannedRow> used =
          usedBy(place, rows, going.getOrDefault(place.table().table(), Set.of()));
      if (!used.isEmpty()) {
        used.removeAll(namesakes(table, place, used, rows));
        named.addAll(used);
      }
    }
    return named;
  }

  /** Those of whose name there is another row. */
  private Set<PlannedRow> namesakes(
      Table table, Place place, Set<PlannedRow> rows, List<PlannedRow> removed) {
    Set<Object> keys = removed.stream().map(PlannedRow::key).collect(Collectors.toSet());
    Place own = new Place(binding.get(table), place.target(), place.target(), true, false);
    return usedBy(own, List.copyOf(rows), keys);
  }
}
