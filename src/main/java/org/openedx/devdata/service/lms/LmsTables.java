package org.openedx.devdata.service.lms;

import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.jdbc.TableSet;

/** The tables of the LMS's kinds by name. Immutable. */
final class LmsTables {

  final TableSet all = TableSet.besides(LmsTables.class);
  final Table users = all.get("auth_user");
  final Table profiles = all.get("auth_userprofile");
  final Table registrations = all.get("auth_registration");
  final Table groups = all.get("auth_group");
  final Table memberships = all.get("auth_user_groups");
  final Table overviews = all.get("course_overviews_courseoverview");
  final Table modes = all.get("course_modes_coursemode");
  final Table enrollments = all.get("student_courseenrollment");
  final Table enrollmentHistory = all.get("student_courseenrollment_history");
  final Table schedules = all.get("schedules_schedule");
  final Table experiences = all.get("schedules_scheduleexperience");
  final Table roles = all.get("student_courseaccessrole");
  final Table photoVerifications = all.get("verify_student_softwaresecurephotoverification");
  final Table manualVerifications = all.get("verify_student_manualverification");
  final Table ssoVerifications = all.get("verify_student_ssoverification");
  final Table studentModules = all.get("courseware_studentmodule");
  final Table stateVersions = all.get("courseware_studentmodulehistory");
  final Table stateVersionsExtended =
      all.get("coursewarehistoryextended_studentmodulehistoryextended");
  final Table verificationAttempts = all.get("verify_student_verificationattempt");
}
