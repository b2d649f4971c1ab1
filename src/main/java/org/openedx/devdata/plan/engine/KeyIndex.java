package org.openedx.devdata.plan.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Primary keys of the rows that references of a run name: looked up once for each table and chunk,
 * remembered for the run and shared by all entries of one database. Not thread-safe.
 */
final class KeyIndex {

  /** Enough for any realistic sequence of chunks, and a bound on memory. */
  private static final int REMEMBERED = 250_000;

  private static final Object PLANNED = new Object();

  /** The key of a row that this run created. */
  private record Fresh(Object key) {}

  private final StoredRows stored;
  private final Predicate<Table> referred;
  private final boolean plans;
  private final IdentityHashMap<Table, BoundTable> bound = new IdentityHashMap<>();
  private final IdentityHashMap<Table, Map<List<String>, Place>> places = new IdentityHashMap<>();
  private final Map<String, Map<List<String>, Map<String, Object>>> known = new HashMap<>();

  /** A table found by certain columns, with the keys known so far by folded values. */
  private record Place(BoundTable table, int[] columns, Map<String, Object> known) {

    String fold(Object[] values) {
      return KeyFolding.fold(table, columns, values);
    }

    String fold(Reference reference) {
      return fold(plain(reference));
    }
  }

  /**
   * @param referred tables that references name, so that all their rows are worth remembering
   * @param plans whether nothing is written, so that what was planned has to be remembered
   */
  KeyIndex(StoredRows stored, Predicate<Table> referred, boolean plans) {
    this.stored = stored;
    this.referred = referred;
    this.plans = plans;
  }

  /** Takes in the tables of an entry; two services may describe one table, each in its way. */
  void add(SchemaBinding binding) {
    for (Table table : binding.tables().all()) {
      if (binding.get(table) != null) {
        bound.put(table, binding.get(table));
      }
    }
  }

  /** Notes a row that was found, written (with its key) or only planned (key null). */
  void learn(PlannedRow row) {
    if (!row.table().naturalKey().isEmpty()) {
      Place place = naturalPlace(row);
      place.known().put(fold(place, row), known(row));
    }
  }

  private static Object known(PlannedRow row) {
    if (row.key() == null) {
      return PLANNED;
    }
    return row.action() == Action.CREATE ? new Fresh(row.key()) : row.key();
  }

  /**
   * Returns whether a planned row is to be {@linkplain #learn noted}: later rows will name it, or
   * no look-up will find it, because nothing is written.
   */
  boolean isWanted(PlannedRow row) {
    return row.purpose() == Purpose.IMPLIED
        || (plans && row.changes())
        || referred.test(row.table());
  }

  /** The key of a row that an earlier part of this run found or wrote; null for another row. */
  Object keyOf(PlannedRow row) {
    Place place = naturalPlace(row);
    Object known = place.known().get(fold(place, row));
    return known instanceof Fresh fresh ? fresh.key() : known == PLANNED ? null : known;
  }

  /** Returns whether an earlier part of this run planned the row and did not write it. */
  boolean isPlanned(PlannedRow row) {
    if (!plans || row.table().naturalKey().isEmpty()) {
      return false;
    }
    Place place = naturalPlace(row);
    return place.known().get(fold(place, row)) == PLANNED;
  }

  private Place naturalPlace(PlannedRow row) {
    return place(row.table(), row.table().naturalKey());
  }

  private static String fold(Place place, PlannedRow row) {
    Object[] values = new Object[place.columns().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = identity(row.cell(place.columns()[i]));
    }
    return place.fold(values);
  }

  private static Object[] plain(Reference reference) {
    Object[] values = reference.values().toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Cell.of(values[i]).plain();
    }
    return values;
  }

  /** A row that is only planned has no key yet; its own label distinguishes it from others. */
  private static Object identity(Cell cell) {
    return cell instanceof Cell.Resolved resolved && resolved.key() == null
        ? "planned: " + resolved.text()
        : cell.plain();
  }

  /**
   * Looks up what is not known yet: one look-up for each table.
   *
   * @param references without references among their values
   */
  void resolve(Collection<Reference> references) {
    // By identity: the hash of a place would be that of all it knows.
    IdentityHashMap<Place, Map<String, Object[]>> unknown = new IdentityHashMap<>();
    for (Reference reference : references) {
      Place place = place(reference.table(), reference.columns());
      String folded = place.fold(reference);
      if (!place.known().containsKey(folded)) {
        unknown.computeIfAbsent(place, any -> new LinkedHashMap<>()).put(folded, plain(reference));
      }
    }
    unknown.forEach((place, wanted) -> lookUp(place, List.copyOf(wanted.values())));
  }

  private void lookUp(Place place, List<Object[]> wanted) {
    if (place.table() == null) {
      return;
    }
    int[] read =
        IntStream.concat(
                IntStream.of(place.table().table().primaryKeyIndex()),
                IntStream.of(place.columns()))
            .toArray();
    for (Object[] row : stored.find(place.table(), read, place.columns(), wanted)) {
      place.known().put(place.fold(Arrays.copyOfRange(row, 1, row.length)), row[0]);
    }
  }

  /** Resolves a reference; null when its row is neither planned nor known from a look-up. */
  Cell.Resolved find(Reference reference) {
    Place place = place(reference.table(), reference.columns());
    Object key = place.known().get(place.fold(reference));
    if (key == null) {
      return null;
    }
    if (key instanceof Fresh fresh) {
      return new Cell.Resolved(reference, fresh.key(), reference.table().primaryKey().auto());
    }
    return new Cell.Resolved(reference, key == PLANNED ? null : key, false);
  }

  private Place place(Table table, List<String> columns) {
    return places
        .computeIfAbsent(table, any -> new HashMap<>())
        .computeIfAbsent(
            columns,
            any ->
                new Place(
                    bound.get(table),
                    columns.stream().mapToInt(table::indexOf).toArray(),
                    known
                        .computeIfAbsent(table.name(), name -> new HashMap<>())
                        .computeIfAbsent(columns, names -> remembering())));
  }

  private static Map<String, Object> remembering() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
        // What is only planned cannot be looked up again.
        return size() > REMEMBERED && eldest.getValue() != PLANNED;
      }
    };
  }
}
