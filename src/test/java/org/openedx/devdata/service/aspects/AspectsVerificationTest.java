package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;

/** Statements and tables of a site, one fault at a time. */
@Tag("clickhouse")
class AspectsVerificationTest extends VerifiedSite {

  @Test
  void goodSiteHolds() {
    assertThat(broken()).isEmpty();
  }

  @Test
  void emptySiteIsNotChecked() {
    site.run("TRUNCATE TABLE {x}.xapi_events_all");
    assertThat(broken()).isNotEmpty().allMatch(f -> f.outcome() == Outcome.NOT_CHECKED);
  }

  @Test
  void otherIdIsSeen() {
    statement("d0a1f0b8-0000-5000-8000-000000000002", "2026-01-02 03:04:05.678901", evaluated(1));
    breaksOnly("the id of a statement is its event_id");
  }

  @Test
  void otherTimeIsSeen() {
    statement(ID, "2026-01-02 03:04:05", evaluated(1));
    breaksOnly("the timestamp of a statement is its emission_time");
  }

  @Test
  void badAttemptIsSeen() {
    statement(ID, "2026-01-02 03:04:05.678901", evaluated(40000));
    breaksOnly("an evaluated statement has success and a small whole attempt-id");
  }

  @Test
  void missingBlockIsSeen() {
    statement(ID, "2026-01-02 03:04:05.678901", evaluated(1).replace("ab12", "cd34"));
    breaksOnly("the block of a statement is in course_blocks");
  }

  @Test
  void childQuestionIsItsProblem() {
    statement(ID, "2026-01-02 03:04:05.678901", evaluated(1).replace("ab12", "ab12_2_1"));
    assertThat(broken()).isEmpty();
  }

  @Test
  void missingCourseIsSeen() {
    statement(
        ID,
        "2026-01-02 03:04:05.678901",
        evaluated(1).replace("/xblock/" + BLOCK, "/course/course-v1:Other+C+R"));
    breaksOnly("the course of a statement is in course_overviews");
  }

  @Test
  void missingLearnerIsSeen() {
    statement(ID, "2026-01-02 03:04:05.678901", evaluated(1).replace("aa\"}", "bb\"}"));
    breaksOnly("the learner of a statement is in external_id");
  }

  @Test
  void missingTagIsSeen() {
    site.run("INSERT INTO {s}.object_tag (id, object_id, taxonomy, tag) VALUES (2, 'c', 1, 99)");
    breaksOnly("objects have tags that exist");
  }

  @Test
  void otherFormOfTimeIsSeen() {
    site.run("INSERT INTO {s}.user_profile (id, user_id, time_last_dumped) VALUES (1, 5, '2026')");
    breaksOnly("time_last_dumped of user_profile has the plugin's form");
  }
}
