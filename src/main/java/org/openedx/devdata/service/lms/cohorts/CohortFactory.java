package org.openedx.devdata.service.lms.cohorts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.plan.MovedRowFinder;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.plan.ServiceRun;
import org.openedx.devdata.service.lms.courses.CourseRows;
import org.openedx.devdata.service.lms.people.UserRows;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.SpecRecord;

/** The cohort, its members, and the setting of its course. */
final class CohortFactory implements RecordFactory {

  private final ServiceRun run;
  private final Table memberships;
  private final Map<String, Boolean> switches;
  private final MovedRowFinder lists = new MovedRowFinder("courseusergroup_id");
  private final Map<List<String>, Object> groupsBefore = new HashMap<>();

  CohortFactory(ServiceRun run) {
    this.run = run;
    this.memberships = run.table("course_groups_cohortmembership");
    this.switches = CohortKind.switches(run.spec());
  }

  /** A user who moves is in the list of another group, which the membership names. */
  @Override
  public void prepare(List<SpecRecord> chunk) {
    lists.forget();
    groupsBefore.clear();
    List<String> names = chunk.stream().flatMap(one -> one.texts("users").stream()).toList();
    Map<Object, String> users = new HashMap<>();
    run.lookups()
        .find(run.table("auth_user"), List.of("id", "username"), "username", names)
        .forEach(row -> users.put(row[0], row[1].toString()));
    run.lookups()
        .find(
            memberships,
            List.of("user_id", "course_id", "course_user_group_id"),
            "user_id",
            users.keySet())
        .forEach(row -> groupsBefore.put(key(users.get(row[0]), row[1].toString()), row[2]));
  }

  private static List<String> key(String user, String course) {
    return List.of(Collation.fold(user), Collation.fold(course));
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String course = record.requiredText("course_id");
    CourseRows.of(run).implyOverview(record, course, batch);
    Boolean on = switches.get(Collation.fold(course));
    batch.imply(
        run.table("course_groups_coursecohortssettings"),
        record,
        List.of(course),
        row ->
            (on == null ? row.fill("is_cohorted", true) : row.set("is_cohorted", on))
                .because("needed by cohorts"));
    Row group =
        batch
            .declare(run.table("course_groups_courseusergroup"), record)
            .set("name", record.requiredText("name"))
            .set("course_id", course);
    Row cohort =
        batch
            .derive(run.table("course_groups_coursecohort"), record)
            .set("course_user_group_id", group);
    record.text("assignment_type").ifPresent(type -> cohort.set("assignment_type", type));
    for (String user : record.texts("users")) {
      Object member = UserRows.of(run).named(record, user, batch);
      batch
          .derive(memberships, record)
          .set("user_id", member)
          .set("course_id", course)
          .set("course_user_group_id", group);
      Row listed =
          batch
              .derive(run.table("course_groups_courseusergroup_users"), record)
              .set("courseusergroup_id", group)
              .set("user_id", member);
      lists.seek(listed, groupsBefore.get(key(user, course)));
    }
  }
}
