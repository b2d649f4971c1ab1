package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.row.AmbiguousRowException;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.plan.row.StoredRows;

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
    this.references = new ReferenceResolver(keys, reset);
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
    } while (batch.advance(reset));
  }

  private void planPart(RowBatch batch, LastStep lastStep) {
    // Without optional tables that this database's release does not have.
    List<TableRows> tables =
        batch.byTable(binding.tables()).stream()
            .filter(rows -> binding.get(rows.get(0).table()) != null)
            .map(TableRows::of)
            .toList();
    references.lookAhead(tables, batch.expected());
    for (TableRows all : tables) {
      List<PlannedRow> left = all.rows().stream().filter(this::isPlanned).toList();
      while (!left.isEmpty()) {
        List<PlannedRow> ready = new ArrayList<>();
        List<PlannedRow> later = new ArrayList<>();
        for (PlannedRow row : left) {
          (row.waits(all.referring()) ? later : ready).add(row);
        }
        if (ready.isEmpty()) {
          throw new IllegalStateException("rows of " + all.table() + " refer in a circle");
        }
        planTable(all.only(ready));
        List<PlannedRow> noted = ready.stream().filter(keys::isWanted).toList();
        lastStep.take(ready, !noted.isEmpty());
        noted.forEach(keys::learn);
        left = later;
      }
    }
  }

  /** A companion comes into being with its row; of a row that was there before it is left alone. */
  private boolean isPlanned(PlannedRow row) {
    Row companion = row.policy().companionOf();
    return companion == null || reset || PlannedRow.of(companion).action() == Action.CREATE;
  }

  private void planTable(TableRows ready) {
    BoundTable table = binding.get(ready.table());
    List<PlannedRow> rows = ready.rows();
    references.resolve(ready);
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
    for (PlannedRow row : rows) {
      // A plan writes nothing, so what an earlier chunk or entry plans is not in the database.
      if (row.action() == Action.CREATE && keys.isPlanned(row)) {
        row.decide(Action.UNCHANGED, null);
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
        row.compared(found[i], differing);
      }
    }
  }

  private static int[] columnsToRead(BoundTable table, List<PlannedRow> rows) {
    BitSet columns = new BitSet();
    columns.set(table.table().primaryKeyIndex());
    rows.forEach(row -> row.draft().columns().addRead(columns));
    return columns.stream().filter(table::has).toArray();
  }
}
