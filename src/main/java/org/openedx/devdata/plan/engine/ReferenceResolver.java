package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.RowProblem;

/** Replaces references in the rows of a chunk by the keys that they stand for. Not thread-safe. */
final class ReferenceResolver {

  private final KeyIndex keys;
  private final boolean reset;

  ReferenceResolver(KeyIndex keys, boolean reset) {
    this.keys = keys;
    this.reset = reset;
  }

  /**
   * Looks up what references name before anything of the batch is written, as far as the batch
   * itself does not change the answer.
   */
  void lookAhead(List<TableRows> tables, List<Reference> expected) {
    Set<Table> own = tables.stream().map(TableRows::table).collect(Collectors.toSet());
    List<Reference> references = new ArrayList<>(expected);
    for (TableRows some : tables) {
      for (int column : some.referring()) {
        for (PlannedRow row : some.rows()) {
          if (row.cell(column) instanceof Reference reference && !own.contains(reference.table())) {
            references.add(reference);
          }
        }
      }
    }
    keys.resolve(references);
  }

  /** Replaces references by keys. */
  void resolve(TableRows ready) {
    List<Reference> unknown = new ArrayList<>();
    for (int column : ready.referring()) {
      for (PlannedRow row : ready.rows()) {
        Cell cell = row.cell(column);
        if (cell instanceof Cell.OfRow other) {
          row.replace(column, PlannedRow.of(other.row()).asReference(other));
        } else if (cell instanceof Reference reference) {
          Cell known = keys.find(reference);
          if (known == null) {
            unknown.add(reference);
          } else {
            row.replace(column, known);
          }
        }
      }
    }
    if (!unknown.isEmpty()) {
      keys.resolve(unknown);
      replaceFound(ready);
    }
  }

  private void replaceFound(TableRows ready) {
    for (PlannedRow row : ready.rows()) {
      for (int column : ready.referring()) {
        if (row.cell(column) instanceof Reference reference) {
          row.replace(column, found(row, reference));
        }
      }
    }
  }

  private Cell found(PlannedRow row, Reference reference) {
    Cell.Resolved found = keys.find(reference);
    if (found == null && reset) {
      // What refers to nothing does not exist, and so needs no removal.
      return new Cell.Resolved(reference, null, false);
    }
    if (found == null) {
      throw new RowProblem(
          row.position(),
          "there is no "
              + reference.table()
              + " with "
              + String.join(", ", reference.columns())
              + " = "
              + shown(reference.values()));
    }
    return found;
  }

  private static String shown(Collection<Object> values) {
    return String.join(", ", values.stream().map(value -> "'" + value + "'").toList());
  }
}
