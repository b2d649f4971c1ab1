package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;

/** Derived tables and counts of a site against its statements. */
@Tag("clickhouse")
class DerivedVerificationTest extends VerifiedSite {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"success\":true | \"success\":\"true\"",
        "\"success\":true | \"completion\":true",
        "attempt-id\":1 | attempt-id\":0",
        "attempt-id\":1 | attempt-number\":1"
      })
  void evaluatedStatementsThatTheDerivedTablesRefuseAreSeen(String good, String bad) {
    assertThat(evaluated(1)).contains(good);
    statement(ID, "2026-01-02 03:04:05.678901", evaluated(1).replace(good, bad));
    breaksOnly("an evaluated statement has success and a small whole attempt-id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every course has its course block, chapters and sequentials in course_blocks | DELETE FROM {s}.course_blocks WHERE location LIKE '%sequential%'
          every course has its course block, chapters and sequentials in course_blocks | DELETE FROM {s}.course_blocks WHERE location LIKE '%chapter%'
          every course has its course block, chapters and sequentials in course_blocks | DELETE FROM {s}.course_blocks WHERE location LIKE '%type@course%'
          the block id of a problem has no '_' | INSERT INTO {s}.course_blocks SELECT * REPLACE ('block-v1:Org+C+R+type@problem+block@a_b' AS location) FROM {s}.course_blocks LIMIT 1
          every learner of external_id has a profile | INSERT INTO {s}.external_id (external_user_id, user_id) VALUES (generateUUIDv4(), 6)
          tags are of taxonomies that exist | INSERT INTO {s}.tag (id, taxonomy, value) VALUES (8, 2, 'x')
          time_last_dumped of course_overviews has the plugin's form | INSERT INTO {s}.course_overviews (org, course_key, time_last_dumped) VALUES ('Org', 'course-v1:Org+C+R', '2026-01-01T00:00:00Z')
          time_last_dumped of course_blocks has the plugin's form | INSERT INTO {s}.course_blocks (course_key, time_last_dumped) VALUES ('course-v1:Org+C+R', '2026-01-01 00:00:00+00:00')
          """,
      quoteCharacter = '~')
  void whatDoesNotHoldAmongTheTablesIsSeen(String name, String change) {
    site.run(change);
    breaksOnly(name);
  }

  @Test
  void statementsThatTheDerivedTableLacksAreSeen() {
    site.run(
        "CREATE TABLE {x}.xapi_events_all_parsed (event_id UUID) ENGINE = MergeTree ORDER BY"
            + " event_id");
    breaksOnly("every statement is in %s.xapi_events_all_parsed".formatted(site.names().source()));
  }

  @Test
  void countsAreComparedAsAReaderSeesThem() {
    statement(ID, "2026-01-02 03:04:05.678901", evaluated(1));
    Map<String, Long> expected = Map.of("xapi_events_all", 1L, "course_blocks", 5L);
    List<Finding> findings =
        AspectsVerification.verify(
            site.clickhouse(), site.names(), new ExpectedRows(expected, Set.of(), Set.of()), 0);
    assertThat(findings.get(0).outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(findings.get(0).detail()).startsWith("4 rows, not 5");
    assertThat(findings.get(1).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void rowsOfOthersAreNotCounted() {
    ExpectedRows own =
        new ExpectedRows(
            Map.of(
                "xapi_events_all",
                1L,
                "course_blocks",
                4L,
                "course_overviews",
                1L,
                "tag",
                1L,
                "external_id",
                1L),
            Set.of("course-v1:Org+C+R"),
            Set.of());
    site.run(
        "INSERT INTO {x}.xapi_events_all SELECT generateUUIDv4(), emission_time, replace(event, 'Org+C+R',"
            + " 'Org+C+R2') FROM {x}.xapi_events_all");
    site.run(
        "INSERT INTO {s}.course_blocks SELECT * REPLACE ('course-v1:Org+C+R2' AS course_key) FROM"
            + " {s}.course_blocks");
    site.run("INSERT INTO {s}.tag (id, taxonomy, value) VALUES (8, 1, 'W')");
    assertThat(counts(own)).containsOnly(Outcome.HOLDS).hasSize(5);

    site.run(
        "DELETE FROM {x}.xapi_events_all WHERE event LIKE '%Org+C+R%' AND event NOT LIKE '%R2%'");
    site.run(
        "DELETE FROM {s}.course_blocks WHERE course_key = 'course-v1:Org+C+R' AND location LIKE '%problem%'");
    assertThat(counts(own)).filteredOn(Outcome.BROKEN::equals).hasSize(2);
  }

  private List<Outcome> counts(ExpectedRows expected) {
    return AspectsVerification.verify(site.clickhouse(), site.names(), expected, 0).stream()
        .filter(finding -> finding.name().endsWith("has the rows that were made"))
        .map(Finding::outcome)
        .toList();
  }

  @Test
  void statementsPastTheirTimeAreSeen() {
    site.run(
        "CREATE TABLE {x}.xapi_events_all_parsed (event_id UUID, emission_time DateTime) ENGINE ="
            + " ReplacingMergeTree ORDER BY event_id TTL toDateTime(emission_time) + INTERVAL 1 DAY");
    site.run(
        "INSERT INTO {x}.xapi_events_all VALUES ('%s', '2001-01-01 00:00:00', '{}')".formatted(ID));
    assertThat(broken())
        .extracting(Finding::name)
        .contains("no statement is older than the site keeps them");
  }
}
