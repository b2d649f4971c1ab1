package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.AmbiguousRowException;
import org.openedx.devdata.plan.Purpose;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.plan.RowFinder;
import org.openedx.devdata.plan.RowProblem;
import org.openedx.devdata.plan.StoredRows;

/**
 * Plans the rows of a chunk against a database: table by table, parents before children, with one
 * look-up for each table. Not thread-safe.
 */
final class ChunkPlanner {

  private final StoredRows stored;
  private final SchemaBinding binding;
  private final KeyIndex keys;
  private final RowChecks checks;
  private final ReferenceResolver references;
  private final boolean reset;

  ChunkPlanner(
      StoredRows stored, SchemaBinding binding, KeyIndex keys, RowChecks checks, boolean reset) {
    this.reset = reset;
    this.stored = stored;
    this.binding = binding;
    this.keys = keys;
    this.checks = checks;
    this.references = new ReferenceResolver(binding, keys, reset);
  }

  /** Last step of a run, on planned rows. */
  interface LastStep {

    /**
     * Takes the rows of one table.
     *
     * @param awaited whether the keys that they get must be known at the end of the call
     */
    void take(List<PlannedRow> rows, boolean awaited);
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
    List<List<PlannedRow>> tables =
        batch.byTable(binding.tables()).stream()
            .map(rows -> rows.stream().map(PlannedRow::of).toList())
            .toList();
    references.lookAhead(tables, batch.expected());
    for (List<PlannedRow> all : tables) {
      if (binding.get(all.get(0).table()) == null) {
        continue; // An optional table that this database's release does not have.
      }
      Table table = all.get(0).table();
      List<PlannedRow> rows = all.stream().filter(this::isPlanned).toList();
      List<PlannedRow> left = rows;
      while (!left.isEmpty()) {
        List<PlannedRow> ready = new ArrayList<>();
        List<PlannedRow> later = new ArrayList<>();
        for (PlannedRow row : left) {
          (row.waits() ? later : ready).add(row);
        }
        if (ready.isEmpty()) {
          throw new IllegalStateException("rows of " + table + " refer in a circle");
        }
        planTable(ready);
        List<PlannedRow> noted = noted(ready);
        lastStep.take(ready, !noted.isEmpty());
        noted.forEach(keys::learn);
        left = later;
      }
    }
  }

  /** Rows of one table whose keys later chunks and entries may ask for. */
  private List<PlannedRow> noted(List<PlannedRow> rows) {
    return keys.remembers(rows.get(0).table())
        ? rows
        : rows.stream().filter(row -> row.purpose() == Purpose.IMPLIED).toList();
  }

  /** A companion comes into being with its row; of a row that was there before it is left alone. */
  private boolean isPlanned(PlannedRow row) {
    Row companion = row.policy().companionOf();
    return companion == null || reset || PlannedRow.of(companion).action() == Action.CREATE;
  }

  private void planTable(List<PlannedRow> rows) {
    BoundTable table = binding.get(rows.get(0).table());
    references.resolve(rows);
    Map<RowFinder, List<PlannedRow>> searchable = new LinkedHashMap<>();
    for (PlannedRow row : rows) {
      if (isKnown(row)) {
        row.key(keys.keyOf(row));
        row.decide(Action.UNCHANGED, null);
      } else if (!row.isAgain() && row.finder().mayFind(row.draft())) {
        searchable.computeIfAbsent(row.finder(), any -> new ArrayList<>()).add(row);
      } else {
        row.decide(Action.CREATE, null);
      }
    }
    searchable.forEach((finder, group) -> compare(table, finder, group));
    if (keys.remembers(table.table())) {
      for (PlannedRow row : rows) {
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

  /**
   * Returns whether a row is only needed and was found for an earlier chunk: it is not looked up.
   */
  private boolean isKnown(PlannedRow row) {
    return !reset && row.isOnlyNeeded() && keys.keyOf(row) != null;
  }

  private void compare(BoundTable table, RowFinder finder, List<PlannedRow> rows) {
    int[] columns = columnsToRead(table, rows);
    Object[][] found;
    try {
      found = finder.find(stored, table, PlannedRow.drafts(rows), columns);
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
      PlannedRow row = rows.get(i);
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

  private static int[] columnsToRead(BoundTable table, List<PlannedRow> rows) {
    java.util.BitSet columns = new java.util.BitSet();
    columns.set(table.table().primaryKeyIndex());
    rows.forEach(row -> row.draft().columns().addRead(columns));
    return columns.stream().filter(table::has).toArray();
  }
}
