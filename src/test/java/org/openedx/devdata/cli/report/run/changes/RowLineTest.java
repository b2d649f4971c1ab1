package org.openedx.devdata.cli.report.run.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.run.Changes;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.spec.Position;

class RowLineTest {

  private static String line(RowChange change) {
    return new RowLine(Paint.OFF, false).of(change);
  }

  private static ColumnChange column(String name, String before, String after) {
    return new ColumnChange(name, before, after);
  }

  @Test
  void anUpdateShowsOldAndNew() {
    assertThat(
            line(Changes.updated("bob", column("email", "a@x", "b@x"), column("city", null, ""))))
        .isEqualTo("~ bob  email: a@x -> b@x, city: NULL -> ");
  }

  @Test
  void onlyTheFirstDifferingColumnsAreShown() {
    RowChange change =
        Changes.updated(
            "bob",
            column("a", "1", "2"),
            column("b", "1", "2"),
            column("c", "1", "2"),
            column("d", "1", "2"),
            column("e", "1", "2"));

    assertThat(line(change))
        .isEqualTo("~ bob  a: 1 -> 2, b: 1 -> 2, c: 1 -> 2, … and 2 more columns");
    assertThat(new RowLine(Paint.OFF, true).of(change)).endsWith("d: 1 -> 2, e: 1 -> 2");
  }

  @Test
  void longValuesAreCutAroundTheirFirstDifference() {
    String same = "x".repeat(200);

    assertThat(
            line(Changes.updated("bob", column("bio", same + "old" + same, same + "new" + same))))
        .isEqualTo(
            "~ bob  bio: …xxxxxxxxxxold"
                + "x".repeat(26)
                + "… -> …xxxxxxxxxxnew"
                + "x".repeat(26)
                + "…");
  }

  @Test
  void anImpliedRowSaysWhyItIsThere() {
    RowChange change =
        new RowChange(
            "enrollments",
            "course_modes_coursemode",
            Action.CREATE,
            Purpose.IMPLIED,
            () -> "honor",
            "needed by enrollments",
            new Position("lms.yaml", 1, 1),
            List.of());

    assertThat(line(change)).isEqualTo("+ honor (needed by enrollments)");
  }

  @Test
  void aRowWithoutNaturalKeyIsNamedByItsRecord() {
    assertThat(line(Changes.change(Action.DELETE, Purpose.DECLARED, "t", "", 7)))
        .isEqualTo("- (no natural key, for the record at lms.yaml:7:1)");
  }

  @Test
  void aLabelCannotBreakTheLine() {
    assertThat(line(Changes.change(Action.CREATE, Purpose.DECLARED, "t", "a\nb\u001b[2J", 1)))
        .isEqualTo("+ a\\nb\\u001B[2J");
  }
}
