package org.openedx.devdata.service.lms.roles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.lms.courses.CourseKind;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.service.lms.people.UserRows;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** {@code roles}: course, organisation and site roles. */
public final class RoleKind extends DescribedKind {

  private static final String NAME = "roles";

  private static final Kind KIND =
      new Kind(
              NAME,
              List.of("course_access_roles"),
              "Course, organisation and site roles of users.",
              List.of(
                  UserKind.username(),
                  Field.of(
                          "role",
                          new FieldType.Text(64),
                          "`staff`, `instructor`, `beta_testers` ...")
                      .asRequired(),
                  CourseKind.course("The course run; leave it out for an organisation's role."),
                  Field.of(
                          "org",
                          new FieldType.Text(64),
                          "The organisation; leave it out for a site's role.")
                      .withDefault("the course's organisation")),
              List.of("username", "role", "course_id", "org"))
          .withIdentityDefaults(Map.of("course_id", RoleKind::course, "org", RoleKind::org));

  public RoleKind(TableSet tables) {
    super(KIND, tables, "student_courseaccessrole");
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(role -> RoleChecks.check(role, problems));
  }

  @Override
  public void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {
    AuthzAdvice.advise(spec.of(NAME), database, problems);
  }

  private static String course(SpecRecord record) {
    return record.text("course_id").orElse("");
  }

  private static String org(SpecRecord record) {
    String course = course(record);
    return record
        .text("org")
        .orElseGet(() -> course.isEmpty() ? "" : CourseKey.parse(course).org());
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(Inverse.of(kind()).from(table()).later("org"));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    UserRows users = UserRows.of(run);
    return (record, batch) -> {
      batch
          .declare(table(), record)
          .set("user_id", users.named(record, batch))
          .set("org", org(record))
          .set("course_id", course(record))
          .set("role", record.requiredText("role"));
    };
  }
}
