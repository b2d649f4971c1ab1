package org.openedx.devdata.service.lms;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.jdbc.TableSet;
import org.openedx.devdata.plan.FactoryContext;
import org.openedx.devdata.plan.RecordConflicts;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.ReferenceRule;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.account.Passwords;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;

/** The LMS; also Studio, which has the same database and the same kinds. */
public final class LmsService implements SqlService {

  private final LmsTables tables;
  private final LmsKinds kinds;
  private final ServiceDescriptor descriptor;

  private LmsService(LmsTables tables, LmsKinds kinds, ServiceDescriptor descriptor) {
    this.tables = tables;
    this.kinds = kinds;
    this.descriptor = descriptor;
  }

  public static LmsService lms() {
    LmsTables tables = new LmsTables();
    LmsKinds kinds = new LmsKinds(tables);
    return new LmsService(
        tables,
        kinds,
        kinds.descriptor("lms", "The LMS: accounts, courses, enrolments, identity verification."));
  }

  /** Studio: the same tables and kinds under a name of its own. */
  public LmsService asCms() {
    return new LmsService(
        tables,
        kinds,
        kinds.descriptor("cms", "Studio; it has the database and the kinds of the LMS."));
  }

  @Override
  public ServiceDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public TableSet tables() {
    return tables.all;
  }

  @Override
  public Set<String> tablesFor(ServiceSpec spec) {
    Set<Table> needed = new HashSet<>();
    if (!spec.of("groups").isEmpty()) {
      needed.add(tables.groups);
    }
    if (!spec.of("users").isEmpty()) {
      needed.addAll(
          Set.of(
              tables.users,
              tables.profiles,
              tables.registrations,
              tables.groups,
              tables.memberships));
    }
    if (!spec.of("courses").isEmpty()) {
      needed.add(tables.overviews);
    }
    if (!spec.of("course_modes").isEmpty()) {
      needed.addAll(Set.of(tables.overviews, tables.modes));
    }
    if (!spec.of("roles").isEmpty()) {
      needed.addAll(Set.of(tables.users, tables.roles));
    }
    if (!spec.of("verifications").isEmpty()) {
      needed.addAll(verificationTables());
    }
    if (!spec.of("enrollments").isEmpty()) {
      needed.addAll(verificationTables());
      needed.addAll(
          Set.of(
              tables.overviews,
              tables.modes,
              tables.enrollments,
              tables.enrollmentHistory,
              tables.schedules,
              tables.experiences));
    }
    if (kinds.state.all().stream().anyMatch(kind -> !spec.of(kind.name()).isEmpty())) {
      needed.addAll(Set.of(tables.users, tables.studentModules));
      needed.addAll(versionTables(spec));
    }
    Set<String> names = new HashSet<>();
    needed.forEach(
        table -> {
          names.add(table.name());
          Table history = tables.all.historyOf(table);
          if (history != null) {
            names.add(history.name());
          }
        });
    return names;
  }

  /** The tables of which one takes the versions of learner state. */
  private Set<Table> versionTables(ServiceSpec spec) {
    return spec.settings()
        .bool(StateKinds.EXTENDED_HISTORY)
        .map(extended -> Set.of(extended ? tables.stateVersionsExtended : tables.stateVersions))
        .orElse(Set.of(tables.stateVersions, tables.stateVersionsExtended));
  }

  @Override
  public List<Set<String>> indispensable(ServiceSpec spec) {
    boolean versions =
        !spec.of(kinds.state.studentModules.name()).isEmpty()
            || !spec.of(kinds.state.problemAttempts.name()).isEmpty();
    return versions
        ? List.of(versionTables(spec).stream().map(Table::name).collect(Collectors.toSet()))
        : List.of();
  }

  private Set<Table> verificationTables() {
    return Set.of(
        tables.users,
        tables.photoVerifications,
        tables.manualVerifications,
        tables.ssoVerifications);
  }

  @Override
  public List<ReferenceRule> references() {
    return ReferenceRule.of(
        descriptor,
        List.of(
            new ReferenceRule.Home("users", "user", tables.users).unless(LmsKinds.CREATE_MISSING),
            new ReferenceRule.Home(LmsKinds.COURSES, "course run", tables.overviews)
                .column("course_id", "id")));
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    check(spec, List.of(), problems);
  }

  @Override
  public void check(ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
    LmsChecks.check(spec, problems);
    new StateChecks(kinds.state, problems).check(spec);
    new RecordConflicts(UserRows::defaultOf, problems).check(spec, earlier);
  }

  @Override
  public void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {
    AuthzAdvice.advise(spec.of("roles"), database, problems);
    CatalogAdvice.advise(spec, database, problems);
  }

  @Override
  public Map<String, RecordFactory> factories(FactoryContext context) {
    LmsRun run = new LmsRun(context, tables, kinds);
    Passwords passwords = new Passwords(context, UserRows.DEFAULT_PASSWORD);
    UserRows userRows = new UserRows(run, passwords);
    Users users = new Users(run, userRows);
    CourseRows courseRows = new CourseRows(run);
    VerificationRows verificationRows = new VerificationRows(run);
    Map<String, RecordFactory> factories = new LinkedHashMap<>();
    factories.put("groups", new GroupFactory(run));
    factories.put("users", new UserFactory(run, passwords, userRows));
    factories.put("courses", new CourseFactory(run, courseRows));
    factories.put("course_modes", new ModeFactory(run, courseRows));
    factories.put("roles", new RoleFactory(run, users));
    factories.put("verifications", new VerificationFactory(run, users, verificationRows));
    factories.put("enrollments", new EnrollmentFactory(run, users, courseRows, verificationRows));
    StateRows stateRows = new StateRows(run, users);
    factories.put("student_modules", new StudentModuleFactory(run, stateRows));
    factories.put("problem_attempts", new ProblemAttemptsFactory(run, stateRows));
    factories.put("video_positions", PositionFactory.ofVideos(run, stateRows));
    factories.put("positions", PositionFactory.ofOutline(run, stateRows));
    return factories;
  }

  @Override
  public String migrationAdvice() {
    return "migrate it first: `make dev.migrate.lms` in devstack, `tutor dev do init -l lms` with"
        + " Tutor";
  }

  @Override
  public Map<String, String> migrations() {
    Map<String, String> first = new LinkedHashMap<>();
    for (String app :
        List.of(
            "auth",
            "student",
            "course_modes",
            "course_overviews",
            "courseware",
            "coursewarehistoryextended",
            "schedules",
            "verify_student")) {
      first.put(app, "0001_initial");
    }
    return first;
  }
}
