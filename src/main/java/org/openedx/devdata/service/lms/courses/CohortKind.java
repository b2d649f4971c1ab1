package org.openedx.devdata.service.lms.courses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.finder.MovedRowFinder;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.NamesOfLists;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.service.lms.people.UserRows;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** {@code cohorts}: groups of learners in a course run. A user is in one cohort of a run. */
public final class CohortKind extends DescribedKind {

  private static final String ON = "is_cohorted";
  private static final String GROUP = "course_user_group_id";
  private static final String SETTINGS = "course_groups_coursecohortssettings";
  private static final String COHORTS = "course_groups_coursecohort";
  private static final String MEMBERSHIPS = "course_groups_cohortmembership";
  private static final String LISTS = "course_groups_courseusergroup_users";

  private static final Kind KIND =
      new Kind(
              "cohorts",
              List.of(),
              "Cohorts of a course run, with their members. A user who is in another cohort of the"
                  + " run moves. A cohort that is named switches cohorts on for its course.",
              List.of(
                  CourseKind.course(),
                  Field.of("name", new FieldType.Text(255), "Name of the cohort.").asRequired(),
                  Field.of(
                          "assignment_type",
                          new FieldType.Choice(List.of("manual", "random")),
                          "Whether the LMS puts learners without a cohort into this one.")
                      .withDefault("manual"),
                  UserKind.usernames("users", "Members, each in one cohort of the course.")
                      .withExample("[anna]"),
                  Field.of(ON, new FieldType.Bool(), "Whether the course uses its cohorts.")
                      .withDefault("true")),
              List.of("course_id", "name"))
          .withUnique(List.of(List.of("course_id", "users")))
          .withCommon(ON, "course_id");

  public CohortKind(TableSet all) {
    super(KIND, all, "course_groups_courseusergroup", COHORTS, MEMBERSHIPS, LISTS);
  }

  @Override
  public Optional<Inverse> inverse() {
    Table users = table("auth_user");
    return Optional.of(
        Inverse.of(kind())
            .from(new Inverse.Source(table(), Map.of("group_type", "cohort"), Map.of()))
            .columns(table())
            .columns(table(COHORTS))
            .columns(table(SETTINGS))
            .with(new NamesOfLists("users", table(MEMBERSHIPS), GROUP, "user_id", users)));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return (record, batch) -> {
      Row cohort = cohort(record, run, batch);
      record.texts("users").forEach(user -> addMember(user, cohort, record, run, batch));
    };
  }

  /** The group that is a cohort, and the setting of its course. */
  private Row cohort(SpecRecord record, ServiceRun run, RowBatch batch) {
    String course = record.requiredText("course_id");
    CourseRows.of(run).implyOverview(record, course, batch);
    Row settings =
        batch.imply(
            run.table(SETTINGS),
            record,
            List.of(course),
            row -> row.fill(ON, true).because("needed by cohorts"));
    record.bool(ON).ifPresent(on -> settings.set(ON, on));
    Row group = batch.declare(table(), record).set("course_id", course);
    group.set("name", record.requiredText("name"));
    Row cohort = batch.derive(run.table(COHORTS), record).set(GROUP, group);
    record.text("assignment_type").ifPresent(type -> cohort.set("assignment_type", type));
    return group;
  }

  /** A user who moves is in the list of another group, which the membership names. */
  private void addMember(
      String user, Row cohort, SpecRecord record, ServiceRun run, RowBatch batch) {
    Object member = UserRows.of(run).named(record, user, batch);
    Row membership =
        batch
            .derive(run.table(MEMBERSHIPS), record)
            .set("user_id", member)
            .set("course_id", record.requiredText("course_id"))
            .set(GROUP, cohort);
    batch
        .derive(run.table(LISTS), record)
        .set("courseusergroup_id", cohort)
        .set("user_id", member)
        .foundBy(new MovedRowFinder("courseusergroup_id", membership, GROUP));
  }
}
