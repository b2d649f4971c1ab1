package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowLookup;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;

/**
 * Primary keys of the rows that references of a run name: looked up once for each table and chunk,
 * remembered for the run. Not thread-safe.
 */
final class KeyIndex {

  /** Enough for any realistic chunk sequence, and a bound on memory. */
  private static final int REMEMBERED = 250_000;

  private static final Object PLANNED = new Object();

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Predicate<Table> remembered;
  private final Map<Place, Map<String, Object>> keys = new HashMap<>();

  private record Place(String table, List<String> columns) {}

  /**
   * @param remembered tables whose rows are worth remembering as they are planned or written; the
   *     others are looked up when a reference names them
   */
  KeyIndex(MySqlDatabase database, SchemaBinding binding, Predicate<Table> remembered) {
    this.database = database;
    this.binding = binding;
    this.remembered = remembered;
  }

  /** Notes a row that was found, written (with its key) or only planned (key null). */
  void learn(Row row) {
    List<String> columns = row.table().naturalKey();
    if (!columns.isEmpty() && remembered.test(row.table())) {
      Object[] values = columns.stream().map(column -> Resolved.plain(row.value(column))).toArray();
      known(row.table().name(), columns)
          .put(fold(row.table().name(), columns, values), row.key() == null ? PLANNED : row.key());
    }
  }

  /**
   * Looks up what is not known yet: one look-up for each table.
   *
   * @param references without references among their values
   */
  void resolve(Collection<Reference> references) {
    Map<Place, Map<String, Reference>> unknown = new LinkedHashMap<>();
    for (Reference reference : references) {
      String folded = fold(reference);
      if (!known(reference.table().name(), reference.columns()).containsKey(folded)) {
        unknown
            .computeIfAbsent(
                new Place(reference.table().name(), reference.columns()),
                any -> new LinkedHashMap<>())
            .put(folded, reference);
      }
    }
    unknown.forEach((place, wanted) -> lookUp(place, new ArrayList<>(wanted.values())));
  }

  private void lookUp(Place place, List<Reference> wanted) {
    BoundTable table = binding.get(wanted.get(0).table());
    if (table == null) {
      return;
    }
    int[] keyColumns = KeyFolding.indexes(table, place.columns());
    int[] read =
        IntStream.concat(IntStream.of(table.table().primaryKeyIndex()), IntStream.of(keyColumns))
            .toArray();
    List<Object[]> values = wanted.stream().map(KeyIndex::values).toList();
    for (Object[] row : RowLookup.find(database, table, read, keyColumns, values)) {
      Object[] key = java.util.Arrays.copyOfRange(row, 1, row.length);
      known(place.table(), place.columns()).put(KeyFolding.fold(table, keyColumns, key), row[0]);
    }
  }

  /** Whether a reference's row exists or is planned. */
  boolean has(Reference reference) {
    return known(reference.table().name(), reference.columns()).containsKey(fold(reference));
  }

  /** The primary key of a reference's row; null while that is only planned. */
  Object key(Reference reference) {
    Object key = known(reference.table().name(), reference.columns()).get(fold(reference));
    return key == PLANNED ? null : key;
  }

  private Map<String, Object> known(String table, List<String> columns) {
    return keys.computeIfAbsent(new Place(table, columns), any -> remembering());
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

  private String fold(Reference reference) {
    return fold(reference.table().name(), reference.columns(), values(reference));
  }

  private String fold(String table, List<String> columns, Object[] values) {
    BoundTable bound = binding.get(binding.tables().get(table));
    return KeyFolding.fold(bound, KeyFolding.indexes(bound, columns), values);
  }

  private static Object[] values(Reference reference) {
    return reference.values().stream().map(Resolved::plain).toArray();
  }
}
