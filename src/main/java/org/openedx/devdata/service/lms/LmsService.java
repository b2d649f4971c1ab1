package org.openedx.devdata.service.lms;

import java.util.List;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.jdbc.targets.ServiceIdentity;
import org.openedx.devdata.plan.KindsService;
import org.openedx.devdata.plan.kind.RecordKinds;
import org.openedx.devdata.service.lms.courses.CohortKind;
import org.openedx.devdata.service.lms.courses.CourseKind;
import org.openedx.devdata.service.lms.courses.ModeKind;
import org.openedx.devdata.service.lms.enrollments.EnrollmentKind;
import org.openedx.devdata.service.lms.identity.VerificationKind;
import org.openedx.devdata.service.lms.people.GroupKind;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.service.lms.roles.RoleKind;
import org.openedx.devdata.service.lms.state.module.StudentModuleKind;
import org.openedx.devdata.service.lms.state.position.PositionKind;
import org.openedx.devdata.service.lms.state.position.VideoPositionKind;
import org.openedx.devdata.service.lms.state.problem.ProblemAttemptKind;
import org.openedx.devdata.spec.ServiceDescriptor;

/** The LMS; also Studio, which has the same database and the same kinds. */
public final class LmsService implements KindsService {

  public static final ServiceIdentity IDENTITY =
      ServiceIdentity.mySql("lms", "edxapp", "openedx")
          .withDatabase("edxapp", "openedx_mysql_password");

  public static final ServiceIdentity STUDIO =
      ServiceIdentity.mySql("cms", "studio").sharing(IDENTITY.ida());

  private final RecordKinds kinds;
  private final ServiceDescriptor descriptor;

  private LmsService(RecordKinds kinds, ServiceDescriptor descriptor) {
    this.kinds = kinds;
    this.descriptor = descriptor;
  }

  public static LmsService lms() {
    RecordKinds kinds = allKinds();
    return new LmsService(
        kinds,
        kinds.descriptor(
            IDENTITY.ida(), "The LMS: accounts, courses, enrolments, identity verification."));
  }

  /** In the order in which they are loaded. */
  private static RecordKinds allKinds() {
    TableSet tables = TableSet.besides(LmsService.class);
    return new RecordKinds(
        IDENTITY.ida(),
        tables,
        List.of(
            new GroupKind(tables),
            new UserKind(tables),
            new CourseKind(tables),
            new ModeKind(tables),
            new RoleKind(tables),
            new VerificationKind(tables),
            new EnrollmentKind(tables),
            new CohortKind(tables),
            new StudentModuleKind(tables),
            new ProblemAttemptKind(tables),
            new VideoPositionKind(tables),
            new PositionKind(tables)));
  }

  /** Studio: the same tables and kinds under a name of its own. */
  public LmsService asCms() {
    return new LmsService(
        kinds,
        kinds.descriptor(STUDIO.ida(), "Studio; it has the database and the kinds of the LMS."));
  }

  @Override
  public ServiceDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public RecordKinds kinds() {
    return kinds;
  }

  @Override
  public String migrationAdvice() {
    return "migrate it first: `make dev.migrate.lms` in devstack, `tutor dev do init -l lms` with"
        + " Tutor";
  }

  @Override
  public KeepList keepList() {
    return KeepList.besides(LmsService.class);
  }
}
