package org.openedx.devdata.answers.figure;

import java.util.List;

/** Students of a site with what their state follows from. Constants only. */
public final class SiteStatus {

  /** Tables that it reads. */
  public static final List<String> TABLES =
      List.of("{r}.dim_student_status", "{r}.dim_learner_last_course_visit");

  /** The students of a site, each with whether they are active or at risk. */
  public static final String STATUS =
      "SELECT s.course_key AS course_key, s.actor_id AS actor_id, s.approving_state AS"
          + " approving_state, s.enrollment_status AS enrollment_status, s.course_grade AS"
          + " course_grade, s.grade_bucket AS grade_bucket, v.last > 0 AND v.last >="
          + " toUnixTimestamp({now}) - 604800 AS active, v.last > 0 AND NOT active AND"
          + " approving_state = 'failed' AND enrollment_status = 'registered' AS at_risk FROM"
          + " {r}.dim_student_status AS s LEFT JOIN (SELECT course_key, actor_id,"
          + " toUnixTimestamp(max(emission_time)) AS last FROM {r}.dim_learner_last_course_visit"
          + " GROUP BY course_key, actor_id) AS v ON s.course_key = v.course_key AND s.actor_id ="
          + " v.actor_id WHERE s.course_key IN ({courses})";

  private SiteStatus() {}
}
