package org.openedx.devdata.service.lms.state.module;

import java.util.List;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** Check that the platform can grade with the scores beside a state. Stateless. */
public final class ScoreCheck {

  private ScoreCheck() {}

  /**
   * Checks the saves of a row, oldest first; the last one is the row, which has the score of the
   * save before it unless it says another.
   */
  static void check(List<SpecRecord> saves, Problems problems) {
    Double gradeBefore = null;
    Double possibleBefore = null;
    for (SpecRecord save : saves) {
      boolean row = save.equals(saves.get(saves.size() - 1));
      Double grade = value(save, "grade", row ? gradeBefore : null);
      Double possible = value(save, "max_grade", row ? possibleBefore : null);
      String place = save.has("grade") ? "grade" : "max_grade";
      if (possible != null && possible < 0) {
        problems.add(
            save.positionOf("max_grade"),
            "max_grade is %s; points possible are 0 or more".formatted(points(possible)));
      } else if (grade != null && grade < 0) {
        problems.add(
            save.positionOf(place),
            "grade is %s; points earned are 0 or more".formatted(points(grade)));
      } else if (grade != null && possible != null && grade > possible) {
        problems.add(
            save.positionOf(place),
            "grade %s is more than the %s points of max_grade; correct one of the two"
                .formatted(points(grade), points(possible)));
      }
      gradeBefore = grade;
      possibleBefore = possible;
    }
  }

  /** Points as people write them. */
  public static String points(double points) {
    return points == Math.rint(points) && Math.abs(points) < 1e15
        ? Long.toString((long) points)
        : Double.toString(points);
  }

  private static Double value(SpecRecord save, String field, Double unless) {
    return save.has(field) ? save.get(field, Double.class).orElse(null) : unless;
  }
}
