package org.openedx.devdata.service.lms.cohorts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.jdbc.TableSet;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RecordKind;
import org.openedx.devdata.plan.ServiceRun;
import org.openedx.devdata.service.lms.courses.CourseKind;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** {@code cohorts}: groups of learners in a course run. A user is in one cohort of a run. */
public final class CohortKind implements RecordKind {

  private static final String NAME = "cohorts";
  private static final String ON = "is_cohorted";

  private final Table groups;
  private final Set<Table> tables;
  private final Kind kind =
      new Kind(
          NAME,
          List.of(),
          "Cohorts of a course run, with their members. A user who is in another cohort of the run"
              + " moves. A cohort that is named switches cohorts on for its course.",
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
          List.of("course_id", "name"));

  public CohortKind(TableSet all) {
    this.groups = all.get("course_groups_courseusergroup");
    this.tables =
        Set.of(
            groups,
            all.get("course_groups_coursecohort"),
            all.get("course_groups_cohortmembership"),
            all.get("course_groups_courseusergroup_users"));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return tables;
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    Map<List<String>, String> cohorts = new HashMap<>();
    Map<String, SpecRecord> switches = new HashMap<>();
    for (SpecRecord cohort : spec.of(NAME)) {
      String course = Collation.fold(cohort.text("course_id").orElse(""));
      List<String> users = cohort.texts("users");
      for (int i = 0; i < users.size(); i++) {
        String name = cohort.text("name").orElse("");
        String other = cohorts.putIfAbsent(List.of(course, Collation.fold(users.get(i))), name);
        if (other != null) {
          problems.add(
              cohort.positionOf("users", i),
              "user %s is in the cohort %s of the course already, and can be in one; remove one"
                  .formatted(Shown.quoted(users.get(i)), Shown.quoted(other)));
        }
      }
      SpecRecord first = cohort.has(ON) ? switches.putIfAbsent(course, cohort) : null;
      if (first != null && !first.bool(ON).equals(cohort.bool(ON))) {
        problems.add(
            cohort.positionOf(ON),
            "%s of the course is %s at %s; say it once"
                .formatted(ON, first.bool(ON).orElseThrow(), first.positionOf(ON)));
      }
    }
  }

  /** What the spec says of the courses of its cohorts, by folded key. */
  static Map<String, Boolean> switches(ServiceSpec spec) {
    Map<String, Boolean> switches = new HashMap<>();
    for (SpecRecord cohort : spec.of(NAME)) {
      cohort
          .bool(ON)
          .ifPresent(on -> switches.put(Collation.fold(cohort.requiredText("course_id")), on));
    }
    return switches;
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new CohortFactory(run);
  }
}
