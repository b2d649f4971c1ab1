package org.openedx.devdata.cli.content;

import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;

/** The statements of a migration or repair. */
record StepsResult(
    @Meaning("whether this is a plan: nothing ran") boolean plan,
    @Meaning("the statements, in order") List<Statement> statements) {

  /** A statement. */
  record Statement(
      @Meaning("the migration that it belongs to") String migration,
      @Meaning("its text, with its values") String sql) {}

  static StepsResult of(List<MigrationStep> steps, boolean plan) {
    return new StepsResult(
        plan, steps.stream().map(step -> new Statement(step.migration(), step.shown())).toList());
  }
}
