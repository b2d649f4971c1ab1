package org.openedx.devdata.cli.content;

import java.util.List;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.service.content.layout.planning.StepListener;

/** The statements of a migration or repair, for people and programs. */
final class ContentStepsOutput {

  /** The statements that add content types and permissions are many and all alike. */
  private static final String TYPES = "content types";

  private final Session session;

  ContentStepsOutput(Session session) {
    this.session = session;
  }

  /** Notes each migration when its first statement runs; with --verbose each statement. */
  StepListener progress() {
    String[] last = {""};
    return (number, of, step) -> {
      if (session.verbose() || !step.migration().equals(last[0])) {
        last[0] = step.migration();
        session.note("%s (statement %d of %d)".formatted(step.migration(), number, of));
      }
    };
  }

  void show(List<MigrationStep> steps, boolean plan, String nothing) {
    session.show(
        StepsResult.of(steps, plan),
        (result, out) -> {
          if (steps.isEmpty()) {
            out.println("Nothing to do: " + nothing + ".");
          } else {
            text(steps, plan, out);
          }
        });
  }

  private static void text(List<MigrationStep> steps, boolean plan, TextOut out) {
    if (plan) {
      String last = "";
      for (MigrationStep step : steps) {
        if (!step.migration().equals(last)) {
          out.println("-- " + step.migration());
          last = step.migration();
        }
        if (!step.migration().equals(TYPES) || out.verbose()) {
          out.println(step.shown() + ";");
        }
      }
    }
    long types = steps.stream().filter(step -> step.migration().equals(TYPES)).count();
    long migrations =
        steps.stream()
            .map(MigrationStep::migration)
            .filter(m -> !m.equals(TYPES))
            .distinct()
            .count();
    out.println(
        "%s%s: %d, statements: %d, content types and permissions: %d"
            .formatted(
                plan ? "-- " : "",
                plan ? "Migrations to run" : "Migrations done",
                migrations,
                steps.size() - types,
                types));
  }
}
