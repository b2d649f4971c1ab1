package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Specs of Aspects write the exports that the site itself has. */
@Tag("clickhouse")
class AspectsSpecExportsTest {

  private static final String LEARNERS = "SELECT count() FROM follows_sink.user_profile";
  private static final String TIMES =
      "SELECT countIf(JSONHas(xblock_data_json, 'video_start_time')) FROM follows_sink.course_blocks WHERE location LIKE '%walk'";

  @TempDir private Path folder;
  private AspectsLab site;
  private CommandLab lab;

  @BeforeEach
  void siteWithTables() {
    site = AspectsLab.botany("follows", folder);
    lab = site.lab();
  }

  private void others(String columns, String values) {
    site.value("INSERT INTO follows_sink." + columns + " VALUES " + values);
  }

  @Test
  void learnersAreLeftOutWhereTheSiteKeepsNone() {
    others("course_overviews (course_key)", "('course-v1:Site+Own+Run')");

    CommandLab.Result first = site.runTop("load");
    CommandLab.Result second = lab.run("load", lab.path("top.yaml"));

    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
    assertThat(first.err()).containsOnlyOnce("ASPECTS_ENABLE_PII").contains("`pii: true`");
    assertThat(site.value(LEARNERS)).isEqualTo("0");
    assertThat(second.out()).contains("nothing changed");
    assertThat(lab.run("verify", lab.path("top.yaml")).code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aRunThatEndedBeforeItsLearnersIsResumedWithThem() {
    site.runTop("load");
    String learners = site.value(LEARNERS);
    site.value("TRUNCATE TABLE follows_sink.user_profile");
    site.value("TRUNCATE TABLE follows_sink.external_id");

    site.runTop("load");

    assertThat(site.value(LEARNERS)).isEqualTo(learners).isNotEqualTo("0");
  }

  @Test
  void videosHaveTimesWhereThoseOfTheSiteHave() {
    site.runTop("load");
    assertThat(site.value(TIMES)).isEqualTo("0");
    others(
        "course_blocks (location, xblock_data_json)",
        "('a', '{\"block_type\": \"video\", \"video_start_time\": 0.0, \"video_end_time\": 0.0}')");

    site.runTop("load");

    assertThat(site.value(TIMES)).isEqualTo("1");
    assertThat(lab.run("verify", lab.path("top.yaml")).code()).isEqualTo(ExitCode.DONE);
  }
}
