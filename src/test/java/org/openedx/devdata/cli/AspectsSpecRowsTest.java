package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;

/**
 * What rows and statements {@code ida: aspects} makes, on a site of its own on the shared engine.
 */
@Tag("clickhouse")
class AspectsSpecRowsTest {

  private static final String ANNA = "32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb";

  @TempDir private Path folder;
  private AspectsLab site;
  private CommandLab lab;

  @BeforeEach
  void siteWithTables() {
    site = AspectsLab.botany("rows", folder);
    lab = site.lab();
  }

  private String run(String... words) {
    return site.run(words);
  }

  private String value(String query) {
    return site.value(query);
  }

  /** The numbers of tags, each of which there is once, as blocks and courses name them. */
  private String numbers(String... tags) {
    String numbers =
        value(
            "SELECT arraySort(groupArray(id)) FROM rows_sink.tag WHERE value IN ('%s')"
                .formatted(String.join("', '", tags)));
    assertThat(numbers.split(",")).hasSameSizeAs(tags);
    return numbers;
  }

  @Test
  void namesAndIdsOfTheSpecAreThoseOfRowsAndStatements() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT username, user_id, external_user_id FROM rows_sink.external_id WHERE username = 'anna'"))
        .isEqualTo("anna\t17\t" + ANNA);
    assertThat(value("SELECT country, email FROM rows_sink.user_profile WHERE user_id = 17"))
        .isEqualTo("NO\tanna@example.com");
    assertThat(
            value(
                "SELECT mode, is_active, created FROM rows_sink.course_enrollment WHERE user_id = 17"))
        .isEqualTo("verified\ttrue\t2026-02-17 00:00:00.000000+00:00");
    assertThat(
            value(
                "SELECT countIf(event LIKE '%type@problem+block@name-this-moss%') > 0,"
                    + " countIf(event LIKE '%type@video+block@walk%') > 0,"
                    + " countIf(event LIKE '%"
                    + ANNA
                    + "%') > 0 FROM rows_openedx.xapi_events_all"))
        .isEqualTo("1\t1\t1");
    assertThat(
            value(
                "SELECT display_name, order, JSONExtractInt(xblock_data_json, 'graded'),"
                    + " JSONExtractString(xblock_data_json, 'tags') FROM rows_sink.course_blocks WHERE"
                    + " location = 'block-v1:DevdataX+Botany101+Current+type@problem+block@name-this-moss'"))
        .startsWith("Name this moss\t6\t1\t");
    assertThat(
            value(
                "SELECT JSONExtractRaw(course_data_json, 'tags') FROM rows_sink.course_overviews"))
        .isEqualTo(numbers("Moss", "Peat moss"));
    assertThat(
            value(
                "SELECT object_id, lineage FROM rows_sink.object_tag WHERE [tag] = "
                    + numbers("Peat moss")))
        .isEqualTo("course-v1:DevdataX+Botany101+Current\t[\"Moss\", \"Peat moss\"]");
  }

  @Test
  void blocksAreThoseOfTheOutlineInItsOrder() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT order, replaceRegexpOne(location, '.*type@(.*)\\\\+block@([0-9a-f]{32})?',"
                    + " '\\\\1 '), display_name, JSONExtractInt(xblock_data_json, 'section'),"
                    + " JSONExtractInt(xblock_data_json, 'subsection'),"
                    + " JSONExtractInt(xblock_data_json, 'unit'), JSONExtractInt(xblock_data_json,"
                    + " 'graded'), JSONExtractRaw(xblock_data_json, 'tags') FROM"
                    + " rows_sink.course_blocks ORDER BY order"))
        .isEqualTo(
            """
            1	course course	Botany for Beginners	0	0	0	0	%s
            2	chapter 	Mosses	1	0	0	0	[]
            3	sequential 	What is a moss?	1	1	0	1	[]
            4	vertical 	Unit 1	1	1	1	1	[]
            5	video walk	Video 1	1	1	1	1	[]
            6	problem name-this-moss	Name this moss	1	1	1	1	%s
            7	html 	Read more	1	1	1	1	[]
            8	problem 	And this one	1	1	1	1	[]\
            """
                .formatted(numbers("Moss", "Peat moss"), numbers("Moss")));
    assertThat(
            value(
                "SELECT object_id, [tag] FROM rows_sink.object_tag WHERE object_id LIKE 'block%'"))
        .isEqualTo(
            "block-v1:DevdataX+Botany101+Current+type@problem+block@name-this-moss\t"
                + numbers("Moss"));
  }

  @Test
  void nothingOfALearnerComesBeforeTheEnrolmentOrAfterLeaving() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT count() FROM (SELECT JSONExtractString(event, 'actor', 'account', 'name') AS a,"
                    + " argMin(JSONExtractString(event, 'verb', 'display', 'en'), emission_time) AS f FROM"
                    + " rows_openedx.xapi_events_all GROUP BY a) WHERE f != 'registered'"))
        .isEqualTo("0");
    String ben = value("SELECT external_user_id FROM rows_sink.external_id WHERE username = 'ben'");
    assertThat(
            value(
                "SELECT argMax(JSONExtractString(event, 'verb', 'display', 'en'), emission_time) FROM"
                    + " rows_openedx.xapi_events_all WHERE event LIKE '%"
                    + ben
                    + "%'"))
        .isEqualTo("unregistered");
    assertThat(
            value(
                "SELECT min(emission_time) >= '2026-02-07', max(emission_time) < '2026-03-24' FROM"
                    + " rows_openedx.xapi_events_all WHERE event NOT LIKE '%registered%'"))
        .isEqualTo("1\t1");
  }

  @Test
  void enrolmentsAreToldAsTheirRowsSay() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT r.username, abs(dateDiff('microsecond', s.first,"
                    + " parseDateTime64BestEffort(r.created, 6, 'UTC'))) < 1000, r.mode = s.mode,"
                    + " r.is_active = (s.last = 'registered') FROM (SELECT"
                    + " toUUID(JSONExtractString(event, 'actor', 'account', 'name')) AS account,"
                    + " min(emission_time) AS first, any(JSONExtractString(event, 'object',"
                    + " 'definition', 'extensions', 'https://w3id.org/xapi/acrossx/extensions/type'))"
                    + " AS mode, argMax(JSONExtractString(event, 'verb', 'display', 'en'),"
                    + " emission_time) AS last FROM rows_openedx.xapi_events_all WHERE"
                    + " JSONExtractString(event, 'verb', 'display', 'en') IN ('registered',"
                    + " 'unregistered') GROUP BY account) AS s JOIN rows_sink.external_id AS e ON"
                    + " e.external_user_id = s.account JOIN rows_sink.course_enrollment AS r ON"
                    + " r.user_id = e.user_id ORDER BY r.username"))
        .isEqualTo("anna\t1\t1\t1\nben\t1\t1\t1\ncleo\t1\t1\t1");
  }

  @Test
  void theSiteChecksHold() {
    run("load", "-q", "top.yaml");

    CommandLab.Result result = lab.run("aspects", "verify", "--sample", "0");

    assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void withoutPiiNobodyIsNamed() {
    lab.file("aspects.yaml", AspectsLab.BOTANY + "pii: false\n");
    run("load", "-q", "top.yaml");

    assertThat(value("SELECT count() FROM rows_sink.user_profile")).isEqualTo("0");
    assertThat(value("SELECT count() FROM rows_sink.external_id")).isEqualTo("0");
  }

  @Test
  void aWorldCanBeGenerated() {
    lab.file(
        "aspects.yaml",
        """
        statements: 2000
        num_actors: 30
        course_sizes:
          - {name: small, runs: 3, actors: 10, problems: 5, videos: 5, chapters: 2, sequences: 4, verticals: 6, forum_posts: 3}
        """);

    run("load", "-q", "top.yaml");

    assertThat(value("SELECT count() FROM rows_openedx.xapi_events_all")).isEqualTo("2030");
    assertThat(value("SELECT uniq(course_key) FROM rows_sink.course_blocks")).isEqualTo("3");
    CommandLab.Result checks = lab.run("aspects", "verify", "--sample", "0");
    assertThat(checks.code()).as(checks.out()).isEqualTo(ExitCode.DONE);
    assertThat(run("load", "-q", "--now", "2026-07-01", "top.yaml"))
        .startsWith("Loaded: nothing changed");
  }

  @Test
  void aWorldOfManyYearsArrives() {
    lab.file(
        "aspects.yaml",
        """
        statements: 2000
        num_actors: 30
        start_date: 1990-01-01
        end_date: 2026-01-01
        course_length_days: 90
        course_sizes:
          - {name: small, runs: 50, actors: 10, problems: 5, videos: 5, chapters: 2, sequences: 4, verticals: 6, forum_posts: 3}
        """);

    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT count(), uniq(toYYYYMM(emission_time)) > 100 FROM rows_openedx.xapi_events_all"))
        .isEqualTo("2500\t1");
  }
}
