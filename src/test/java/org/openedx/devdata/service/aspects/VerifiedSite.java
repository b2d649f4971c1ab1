package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;

/** A small site of Aspects in which everything holds, until a test breaks it. */
abstract class VerifiedSite {

  static final String ID = "d0a1f0b8-0000-5000-8000-000000000001";
  private static final String LEARNER = "d0a1f0b8-0000-4000-8000-0000000000aa";
  static final String BLOCK = "block-v1:Org+C+R+type@problem+block@ab12";
  private static final String DUMPED = "2026-01-01 00:00:00.000000+00:00";

  AspectsSite site;

  @BeforeEach
  void goodSite() {
    site = new AspectsSite("verify");
    AspectsSetup.init(site.clickhouse(), site.names());
    site.run("INSERT INTO {s}.taxonomy (id, name) VALUES (1, 'T')");
    site.run("INSERT INTO {s}.tag (id, taxonomy, value) VALUES (7, 1, 'V')");
    site.run("INSERT INTO {s}.object_tag (id, object_id, taxonomy, tag) VALUES (1, 'c', 1, 7)");
    site.run(
        "INSERT INTO {s}.course_overviews (org, course_key, time_last_dumped) VALUES ('Org',"
            + " 'course-v1:Org+C+R', '"
            + DUMPED
            + "')");
    for (String block : List.of("course", "chapter", "sequential", "problem")) {
      String id = block.equals("problem") ? "ab12" : block;
      site.run(
          "INSERT INTO {s}.course_blocks (course_key, location, time_last_dumped) VALUES"
              + " ('course-v1:Org+C+R', 'block-v1:Org+C+R+type@%s+block@%s', '%s')"
                  .formatted(block, id, DUMPED));
    }
    site.run(
        "INSERT INTO {s}.external_id (external_user_id, user_id) VALUES ('" + LEARNER + "', 5)");
    site.run(
        "INSERT INTO {s}.user_profile (id, user_id, time_last_dumped) VALUES (1, 5, '"
            + DUMPED
            + "')");
    statement(ID, "2026-01-02 03:04:05.678901", evaluated(1));
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  static String evaluated(int attempt) {
    return """
        {"id":"%s","timestamp":"2026-01-02T03:04:05.678901+00:00",\
        "actor":{"account":{"name":"%s"}},\
        "verb":{"id":"https://w3id.org/xapi/acrossx/verbs/evaluated"},\
        "object":{"id":"http://x/xblock/%s","definition":{"extensions":\
        {"http://id.tincanapi.com/extension/attempt-id":%d}}},\
        "result":{"success":true},\
        "context":{"contextActivities":{"parent":[{"id":"http://x/course/course-v1:Org+C+R"}]}}}"""
        .formatted(ID, LEARNER, BLOCK, attempt);
  }

  void statement(String id, String time, String json) {
    site.run("INSERT INTO {x}.xapi_events_all VALUES ('%s', '%s', '%s')".formatted(id, time, json));
  }

  List<Finding> broken() {
    return AspectsVerification.verify(site.clickhouse(), site.names(), ExpectedRows.NONE, 0)
        .stream()
        .filter(finding -> finding.outcome() != Outcome.HOLDS)
        .toList();
  }

  void breaksOnly(String name) {
    assertThat(broken()).extracting(Finding::name).containsExactly(name);
  }
}
