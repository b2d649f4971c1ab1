package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;

/**
 * Plans the rows of a chunk against a database: table by table, parents before children, with one
 * look-up for each table. Not thread-safe.
 */
final class ChunkPlanner {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final KeyIndex keys;
  private final RowChecks checks;
  private final boolean reset;

  ChunkPlanner(
      MySqlDatabase database,
      SchemaBinding binding,
      KeyIndex keys,
      RowChecks checks,
      boolean reset) {
    this.reset = reset;
    this.database = database;
    this.binding = binding;
    this.keys = keys;
    this.checks = checks;
  }

  /** What is done with planned rows. */
  interface LastStep {

    /**
     * Takes the rows of one table.
     *
     * @param awaited whether the keys that they get must be known at the end of the call
     */
    void take(List<Row> rows, boolean awaited);
  }

  /**
   * Plans all rows of a batch, one part after the other.
   *
   * @param lastStep gets the rows of one table as soon as they are planned
   */
  void plan(RowBatch batch, LastStep lastStep) {
    do {
      planPart(batch, lastStep);
    } while (batch.advance());
  }

  private void planPart(RowBatch batch, LastStep lastStep) {
    List<List<Row>> tables = batch.byTable(binding.tables());
    lookAhead(tables, batch.expected());
    for (List<Row> all : tables) {
      if (binding.get(all.get(0).table()) == null) {
        continue; // An optional table that this database's release does not have.
      }
      Table table = all.get(0).table();
      List<Row> rows = all.stream().filter(this::isPlanned).toList();
      List<Row> left = rows;
      while (!left.isEmpty()) {
        List<Row> ready = new ArrayList<>();
        List<Row> later = new ArrayList<>();
        for (Row row : left) {
          (row.waits() ? later : ready).add(row);
        }
        if (ready.isEmpty()) {
          throw new IllegalStateException("rows of " + table + " refer in a circle");
        }
        planTable(ready);
        List<Row> noted = noted(ready);
        lastStep.take(ready, !noted.isEmpty());
        noted.forEach(keys::learn);
        left = later;
      }
    }
  }

  /**
   * Looks up what references name before anything of the batch is written, as far as the batch
   * itself does not change the answer.
   */
  private void lookAhead(List<List<Row>> tables, List<Reference> expected) {
    Set<Table> own = new HashSet<>();
    tables.forEach(rows -> own.add(rows.get(0).table()));
    List<Reference> references = new ArrayList<>(expected);
    for (List<Row> rows : tables) {
      if (binding.get(rows.get(0).table()) != null) {
        references(rows, table -> !own.contains(table), references);
      }
    }
    keys.resolve(references);
  }

  private static void references(
      List<Row> rows, Predicate<Table> wanted, Collection<Reference> references) {
    for (Row row : rows) {
      for (int column = 0; column < row.columns().count(); column++) {
        if (row.columns().isReferring(column)
            && row.value(column) instanceof Reference reference
            && wanted.test(reference.table())) {
          references.add(reference);
        }
      }
    }
  }

  /** Rows of one table whose keys later chunks and entries may ask for. */
  private List<Row> noted(List<Row> rows) {
    return keys.remembers(rows.get(0).table())
        ? rows
        : rows.stream().filter(row -> row.purpose() == Purpose.IMPLIED).toList();
  }

  /** A companion comes into being with its row; of a row that was there before it is left alone. */
  private boolean isPlanned(Row row) {
    return row.companionOf() == null || reset || row.companionOf().action() == Action.CREATE;
  }

  private void planTable(List<Row> rows) {
    BoundTable table = binding.get(rows.get(0).table());
    resolve(rows);
    Map<RowFinder, List<Row>> searchable = new LinkedHashMap<>();
    for (Row row : rows) {
      if (isKnown(row)) {
        row.key(keys.keyOf(row));
        row.decide(Action.UNCHANGED, null);
      } else if (!row.isAnew() && row.finder().mayFind(row)) {
        searchable.computeIfAbsent(row.finder(), any -> new ArrayList<>()).add(row);
      } else {
        row.decide(Action.CREATE, null);
      }
    }
    searchable.forEach((finder, group) -> compare(table, finder, group));
    if (keys.remembers(table.table())) {
      for (Row row : rows) {
        // A plan writes nothing, so what an earlier chunk or entry plans is not in the database.
        if (row.action() == Action.CREATE && keys.isPlanned(row)) {
          row.decide(Action.UNCHANGED, null);
        }
      }
    }
    if (!reset) {
      checks.check(table, rows);
    }
  }

  /** What is only needed, and was there for an earlier chunk, need not be looked for again. */
  private boolean isKnown(Row row) {
    return !reset
        && row.purpose() == Purpose.IMPLIED
        && row.finder() == NaturalKeyFinder.INSTANCE
        && !row.table().naturalKey().isEmpty()
        && keys.keyOf(row) != null;
  }

  private void compare(BoundTable table, RowFinder finder, List<Row> rows) {
    int[] columns = columnsToRead(table, rows);
    Object[][] found;
    try {
      found = finder.find(database, table, rows, columns);
    } catch (AmbiguousRowException e) {
      throw new RowProblem(e.row().position(), e.getMessage(), e);
    }
    for (int i = 0; i < rows.size() && !reset; i++) {
      if (found[i] != null) {
        checks.restore(rows.get(i), found[i]);
      }
    }
    Differences.prepare(rows, found);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (found[i] == null) {
        row.decide(Action.CREATE, null);
      } else {
        row.key(found[i][row.table().primaryKeyIndex()]);
        List<Integer> differing = Differences.of(table, row, found[i]);
        if (!reset) {
          RowChecks.checkSpelling(row, found[i], differing);
        }
        Differences.layOver(row, found[i], differing);
        row.decide(differing.isEmpty() ? Action.UNCHANGED : Action.UPDATE, found[i]);
      }
    }
  }

  private static int[] columnsToRead(BoundTable table, List<Row> rows) {
    java.util.BitSet columns = new java.util.BitSet();
    columns.set(table.table().primaryKeyIndex());
    rows.forEach(row -> row.columns().addRead(columns));
    return columns.stream().filter(table::has).toArray();
  }

  /** Replaces references by keys, as far as they are known. */
  private void resolve(List<Row> rows) {
    List<Reference> references = new ArrayList<>();
    references(rows, any -> true, references);
    keys.resolve(references);
    for (Row row : rows) {
      resolve(row);
    }
  }

  private void resolve(Row row) {
    RowColumns columns = row.columns();
    for (int column = 0; column < columns.count(); column++) {
      Object value = columns.isReferring(column) ? columns.value(column) : null;
      if (value instanceof Row other) {
        columns.replace(column, Resolved.of(other));
      } else if (value instanceof Reference reference) {
        Resolved known = keys.find(reference);
        if (known == null && reset) {
          // What refers to nothing does not exist, and so needs no removal.
          known = new Resolved(reference, null, false);
        }
        if (known == null) {
          throw new RowProblem(
              row.position(),
              "there is no "
                  + reference.table()
                  + " with "
                  + String.join(", ", reference.columns())
                  + " = "
                  + shown(reference.values()));
        }
        columns.replace(column, known);
      }
    }
  }

  private static String shown(Collection<Object> values) {
    return String.join(", ", values.stream().map(value -> "'" + value + "'").toList());
  }
}
