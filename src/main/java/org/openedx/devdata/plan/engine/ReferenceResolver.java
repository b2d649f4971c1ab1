package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.plan.Cell;
import org.openedx.devdata.plan.Reference;
import org.openedx.devdata.plan.RowProblem;

/** Replaces references in the rows of a chunk by the keys that they stand for. Not thread-safe. */
final class ReferenceResolver {

  private final SchemaBinding binding;
  private final KeyIndex keys;
  private final boolean reset;

  ReferenceResolver(SchemaBinding binding, KeyIndex keys, boolean reset) {
    this.binding = binding;
    this.keys = keys;
    this.reset = reset;
  }

  /**
   * Looks up what references name before anything of the batch is written, as far as the batch
   * itself does not change the answer.
   */
  void lookAhead(List<List<PlannedRow>> tables, List<Reference> expected) {
    Set<Table> own = new HashSet<>();
    tables.forEach(rows -> own.add(rows.get(0).table()));
    List<Reference> references = new ArrayList<>(expected);
    for (List<PlannedRow> rows : tables) {
      if (binding.get(rows.get(0).table()) != null) {
        collect(rows, table -> !own.contains(table), references);
      }
    }
    keys.resolve(references);
  }

  private static void collect(
      List<PlannedRow> rows, Predicate<Table> wanted, Collection<Reference> references) {
    for (PlannedRow row : rows) {
      for (int column = 0; column < row.draft().columns().count(); column++) {
        if (row.cell(column) instanceof Reference reference && wanted.test(reference.table())) {
          references.add(reference);
        }
      }
    }
  }

  /** Replaces references by keys, as far as they are known. */
  void resolve(List<PlannedRow> rows) {
    List<Reference> references = new ArrayList<>();
    collect(rows, any -> true, references);
    keys.resolve(references);
    for (PlannedRow row : rows) {
      resolve(row);
    }
  }

  private void resolve(PlannedRow row) {
    for (int column = 0; column < row.draft().columns().count(); column++) {
      Cell cell = row.cell(column);
      if (cell instanceof Cell.OfRow other) {
        row.replace(column, PlannedRow.of(other.row()).asReference(other));
      } else if (cell instanceof Reference reference) {
        row.replace(column, known(row, reference));
      }
    }
  }

  private Cell known(PlannedRow row, Reference reference) {
    Cell.Resolved known = keys.find(reference);
    if (known == null && reset) {
      // What refers to nothing does not exist, and so needs no removal.
      return new Cell.Resolved(reference, null, false);
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
    return known;
  }

  private static String shown(Collection<Object> values) {
    return String.join(", ", values.stream().map(value -> "'" + value + "'").toList());
  }
}
