package org.openedx.devdata.plan.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openedx.devdata.jdbc.DescribedSchema;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.spec.Position;

/**
 * A small service for tests of the planner alone: its tables are described beside this class, its
 * rows are in memory, and a planned row is written there in the simplest way.
 */
final class Zoo {

  static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private static final TableSet TABLES = TableSet.besides(Zoo.class);
  static final Table SPECIES = TABLES.get("zoo_species");
  static final Table KEEPER = TABLES.get("zoo_keeper");
  static final Table ANIMAL = TABLES.get("zoo_animal");
  static final Table MEAL = TABLES.get("zoo_meal");

  private final SchemaBinding binding;
  private final ZooRows rows = new ZooRows();

  Zoo(String... absentTables) {
    this.binding = DescribedSchema.bind(TABLES, absentTables);
  }

  ZooRows rows() {
    return rows;
  }

  BoundTable bound(String table) {
    return binding.get(TABLES.get(table));
  }

  /** Something that a spec says; its line is its number in the chunk. */
  interface Chunk extends Consumer<RowBatch> {}

  static Row keeper(RowBatch batch, int line, String name, String email) {
    return batch
        .declare(KEEPER, "keepers", new Position("zoo.yaml", line, 1))
        .set("name", name)
        .set("email", email);
  }

  static Row animal(RowBatch batch, int line, String name, String species) {
    return batch
        .declare(ANIMAL, "animals", new Position("zoo.yaml", line, 1))
        .set("name", name)
        .set("species_id", species(batch, line, species));
  }

  static Row species(RowBatch batch, int line, String slug) {
    return batch.imply(
        SPECIES,
        "animals",
        new Position("zoo.yaml", line, 1),
        List.of(slug),
        row -> row.fill("legs", 4L).because("needed by animals"));
  }

  /** Loads chunks, and returns what was done as {@code action table label}. */
  List<String> load(Chunk... chunks) {
    return run(true, chunks);
  }

  /** Plans chunks and writes nothing. */
  List<String> plan(Chunk... chunks) {
    return run(false, chunks);
  }

  private List<String> run(boolean writes, Chunk... chunks) {
    UniqueValues unique = new UniqueValues(rows, !writes);
    // Nothing is remembered that a look-up finds again.
    KeyIndex keys = new KeyIndex(rows, table -> false, !writes);
    keys.add(binding);
    ChunkPlanner planner =
        new ChunkPlanner(rows, binding, keys, new RowChecks(binding, unique, NOW), false);
    List<PlannedRow> done = new ArrayList<>();
    for (Chunk chunk : chunks) {
      RowBatch batch = new RowBatch(PlannedRow::new);
      chunk.accept(batch);
      planner.plan(
          batch,
          (planned, awaited) -> {
            done.addAll(planned);
            if (writes) {
              write(planned);
            }
          });
    }
    unique.end();
    return done.stream().filter(Zoo::isReported).map(Zoo::line).toList();
  }

  private static boolean isReported(PlannedRow row) {
    return row.purpose() != Purpose.IMPLIED || row.action() != Action.UNCHANGED;
  }

  private static String line(PlannedRow row) {
    return row.action().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + row.table().name().replace("zoo_", "")
        + " "
        + row.label();
  }

  private void write(List<PlannedRow> planned) {
    BoundTable table = binding.get(planned.get(0).table());
    planned.forEach(
        row ->
            row.freed().forEach(one -> rows.update(table, one.key(), one.column(), one.value())));
    for (PlannedRow row : planned) {
      if (row.action() == Action.CREATE) {
        row.key(rows.insert(table, values(row)));
      } else if (row.action() == Action.UPDATE) {
        row.differing()
            .forEach(column -> rows.update(table, row.key(), column, row.cell(column).written()));
      }
    }
  }

  private static Object[] values(PlannedRow row) {
    Object[] values = new Object[row.table().columns().size()];
    for (int column = 0; column < values.length; column++) {
      Column described = row.table().columns().get(column);
      values[column] =
          row.cell(column) instanceof Computed computed
              ? computed.value().get()
              : row.isWritten(column)
                  ? row.cell(column).written()
                  : ColumnValues.defaultOf(described, NOW);
    }
    return values;
  }

  /** One column of a table by another one. */
  Map<Object, Object> column(Table table, String key, String value) {
    Map<Object, Object> column = new TreeMap<>();
    rows.all(table).forEach(row -> column.put(row[table.indexOf(key)], row[table.indexOf(value)]));
    return column;
  }
}
