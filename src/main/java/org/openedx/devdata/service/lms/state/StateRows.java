package org.openedx.devdata.service.lms.state;

import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.finder.OwnedRowsFinder;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.lms.people.UserRows;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.spec.SpecRecord;

/** Rows of learner state and their versions, for all kinds that describe it. Not thread-safe. */
public final class StateRows {

  private static final String PROBLEM = "problem";

  /** Learners have state in many blocks, and most of those in a long spec are new. */
  private static final OwnedRowsFinder BY_LEARNER = new OwnedRowsFinder("student_id");

  private final UserRows users;
  private final Table modules;
  private final Table versions;
  private final KnownBlocks blocks = new KnownBlocks();

  private StateRows(ServiceRun run) {
    ModuleTables tables = ModuleTables.of(run.context().tables());
    this.users = UserRows.of(run);
    this.modules = tables.modules();
    this.versions = tables.versionsOf(run);
  }

  /** Those of a run. */
  public static StateRows of(ServiceRun run) {
    return run.shared(StateRows.class, StateRows::new);
  }

  /** Beginning of the ids of the inputs of a record's block. */
  public String blockId(SpecRecord record) {
    return blocks.of(record).id();
  }

  /** The row that a record stands for, without state and score. */
  public Row declare(SpecRecord record, RowBatch batch) {
    BlockPlace place = blocks.of(record).place();
    return batch
        .declare(modules, record)
        .foundBy(BY_LEARNER)
        .set("student_id", users.named(record, batch))
        .set("module_id", place.moduleId())
        .set("course_id", place.courseId())
        .fill("module_type", place.moduleType());
  }

  /**
   * Its versions, where its type has any: one for each save, the last one equal to the row as it
   * stands after this run, whatever of it the spec says.
   */
  public void addVersions(SpecRecord record, Row module, LearnerState state, RowBatch batch) {
    if (!PROBLEM.equals(module.value("module_type"))) {
      return;
    }
    VersionFinder finder = new VersionFinder(state.comparison(), state.timed());
    String user = record.requiredText("username");
    String block = (String) module.value("module_id");
    int number = 0;
    for (LearnerState.Version version : state.earlier()) {
      number++;
      batch
          .derive(versions, record)
          .labelled(user, block, "version " + number)
          .foundBy(finder)
          .fill("student_module_id", module)
          .fill("created", version.saved())
          .fill("state", version.state())
          .fill("grade", version.grade())
          .fill("max_grade", version.maxGrade());
    }
    module.copied("state", "grade", "max_grade", "modified");
    batch
        .derive(versions, record)
        .labelled(user, block, "version " + (number + 1))
        .foundBy(finder)
        .describing(module)
        .fill("student_module_id", module)
        .fill("created", saved(module, "modified"))
        .fill("state", saved(module, "state"))
        .fill("grade", saved(module, "grade"))
        .fill("max_grade", saved(module, "max_grade"));
  }

  /** Value of a column of a row; where the spec gives none, known once the row was looked up. */
  private static Object saved(Row module, String column) {
    return module.isSaid(column) ? module.value(column) : new Computed(() -> module.saved(column));
  }
}
