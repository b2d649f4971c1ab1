package org.openedx.devdata.cli.report.run.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.run.Changes;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;

class SpooledRowsTest {

  /** A change as values, since its label is a function. */
  private static List<Object> values(RowChange change) {
    return List.of(
        change.kind(),
        change.table(),
        change.action(),
        change.purpose(),
        change.label(),
        change.reason(),
        change.position(),
        change.columns());
  }

  @Test
  void givesBackEverythingInOrder() {
    List<List<Object>> added = new ArrayList<>();
    List<List<Object>> found = new ArrayList<>();
    try (SpooledRows rows = new SpooledRows()) {
      for (int line = 1; line <= 3 * SpooledRows.IN_MEMORY; line++) {
        RowChange change =
            line % 2 == 0
                ? Changes.derived(Action.values()[line % 4], line)
                : Changes.updated("田" + line, new ColumnChange("c", null, "x".repeat(line)));
        rows.add(change);
        added.add(values(change));
      }
      rows.forEach(change -> found.add(values(change)));
      assertThat(found).isEqualTo(added);

      found.clear();
      rows.forEach(change -> found.add(values(change)));
      assertThat(found).isEqualTo(added);
    }
  }
}
