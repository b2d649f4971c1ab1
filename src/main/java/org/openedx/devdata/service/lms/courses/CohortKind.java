package org.openedx.devdata.service.lms.courses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.Inverse;
import org.openedx.devdata.plan.MovedRowFinder;
import org.openedx.devdata.plan.NamesOfLists;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RecordKind;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.plan.ServiceRun;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.service.lms.people.UserRows;
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

  private static final String SETTINGS = "course_groups_coursecohortssettings";
  private static final String COHORTS = "course_groups_coursecohort";
  private static final String MEMBERSHIPS = "course_groups_cohortmembership";
  private static final String LISTS = "course_groups_courseusergroup_users";

  private final TableSet all;
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
    this.all = all;
    this.groups = all.get("course_groups_courseusergroup");
    this.tables = Set.of(groups, all.get(COHORTS), all.get(MEMBERSHIPS), all.get(LISTS));
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
    Map<List<String>, SpecRecord> switches = new HashMap<>();
    for (SpecRecord cohort : spec.of(NAME)) {
      List<String> users = cohort.texts("users");
      for (int i = 0; i < users.size(); i++) {
        String name = cohort.text("name").orElse("");
        String other = cohorts.putIfAbsent(key(users.get(i), cohort), name);
        if (other != null) {
          problems.add(
              cohort.positionOf("users", i),
              "user %s is in the cohort %s of the course already, and can be in one; remove one"
                  .formatted(Shown.quoted(users.get(i)), Shown.quoted(other)));
        }
      }
      SpecRecord first = cohort.has(ON) ? switches.putIfAbsent(key("", cohort), cohort) : null;
      if (first != null && !first.bool(ON).equals(cohort.bool(ON))) {
        problems.add(
            cohort.positionOf(ON),
            "%s of the course is %s at %s; say it once"
                .formatted(ON, first.bool(ON).orElseThrow(), first.positionOf(ON)));
      }
    }
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(
        Inverse.of(kind)
            .from(new Inverse.Source(groups, Map.of("group_type", "cohort"), Map.of()))
            .columns(groups)
            .columns(all.get(COHORTS))
            .columns(all.get(SETTINGS))
            .with(
                new NamesOfLists(
                    "users",
                    all.get(MEMBERSHIPS),
                    "course_user_group_id",
                    "user_id",
                    all.get("auth_user"))));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new Factory(run);
  }

  /** A user, or none, in the course of a cohort. */
  private static List<String> key(String user, SpecRecord cohort) {
    return List.of(Collation.fold(user), Collation.fold(cohort.text("course_id").orElse("")));
  }

  /** The cohort, its members, and the setting of its course. */
  private final class Factory implements RecordFactory {

    private final ServiceRun run;
    private final Map<List<String>, Boolean> switches = new HashMap<>();
    private final MovedRowFinder lists = new MovedRowFinder("courseusergroup_id");
    private final Map<List<String>, Object> groupsBefore = new HashMap<>();

    Factory(ServiceRun run) {
      this.run = run;
      for (SpecRecord cohort : run.spec().of(NAME)) {
        cohort.bool(ON).ifPresent(on -> switches.put(key("", cohort), on));
      }
    }

    /** A user who moves is in the list of another group, which the membership names. */
    @Override
    public void prepare(List<SpecRecord> chunk) {
      lists.forget();
      groupsBefore.clear();
      List<String> names = chunk.stream().flatMap(one -> one.texts("users").stream()).toList();
      Map<Object, String> users = UserRows.of(run).found(names);
      run.lookups()
          .find(
              run.table(MEMBERSHIPS),
              List.of("user_id", "course_id", "course_user_group_id"),
              "user_id",
              users.keySet())
          .forEach(
              row ->
                  groupsBefore.put(
                      List.of(users.get(row[0]), Collation.fold(row[1].toString())), row[2]));
    }

    @Override
    public void build(SpecRecord record, RowBatch batch) {
      String course = record.requiredText("course_id");
      CourseRows.of(run).implyOverview(record, course, batch);
      Boolean on = switches.get(key("", record));
      batch.imply(
          run.table(SETTINGS),
          record,
          List.of(course),
          row ->
              (on == null ? row.fill("is_cohorted", true) : row.set("is_cohorted", on))
                  .because("needed by cohorts"));
      Row group =
          batch
              .declare(groups, record)
              .set("name", record.requiredText("name"))
              .set("course_id", course);
      Row cohort = batch.derive(run.table(COHORTS), record).set("course_user_group_id", group);
      record.text("assignment_type").ifPresent(type -> cohort.set("assignment_type", type));
      for (String user : record.texts("users")) {
        Object member = UserRows.of(run).named(record, user, batch);
        batch
            .derive(run.table(MEMBERSHIPS), record)
            .set("user_id", member)
            .set("course_id", course)
            .set("course_user_group_id", group);
        Row listed =
            batch
                .derive(run.table(LISTS), record)
                .set("courseusergroup_id", group)
                .set("user_id", member);
        lists.seek(listed, groupsBefore.get(key(user, record)));
      }
    }
  }
}
