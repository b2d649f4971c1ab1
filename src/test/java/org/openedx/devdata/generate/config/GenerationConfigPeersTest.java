package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.destination.Backends;

/** Configurations of xapi-db-load 3.3, and courses that have nothing of some kind. */
class GenerationConfigPeersTest {

  private final GenerationConfigReader reader =
      Backends.reader("load.yaml", name -> null, Instant.parse("2026-03-01T12:00:00Z"));

  private GenerationConfig read(String text) {
    return reader.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static String dialect3() {
    return "backend: clickhouse\n" + ConfigTexts.DIALECT_3;
  }

  @Test
  void theKeysOfTheJourneysLoaderAreKnown() {
    GenerationConfig config =
        read(
            dialect3().replace("db_event_sink_name: sink2", "event_sink_db_name: sink2")
                + "expected_db_name: journeys\n");
    assertThat(config.database().eventSinkName()).isEqualTo("sink2");
    assertThat(reader.warnings())
        .contains(
            "load.yaml:37:1: expected_db_name is not used: known answers go to the database journeys");
  }

  @Test
  void aCourseMayHaveNoVideosNoProblemsAndNoForum() {
    String text =
        dialect3()
            .replace("videos: 10,", "videos: 0,")
            .replace("problems: 20,", "problems: 0,")
            .replace("forum_posts: 20}", "forum_posts: 0}");
    assertThat(read(text).world().sizes().get(0).videos()).isZero();
    assertThat(reader.warnings()).noneMatch(line -> line.contains("no course has"));
  }

  @Test
  void typesThatNoCourseCanHaveAreLeftOutWithAWord() {
    String text = dialect3().replaceAll("videos: \\d+", "videos: 0");
    assertThat(read(text).world().sizes()).allMatch(size -> size.videos() == 0);
    assertThat(reader.warnings())
        .contains(
            "load.yaml:16:19: no course has videos: statements about them are not made, and more of"
                + " the others");
  }

  @Test
  void aMixOfNothingElseIsReported() {
    String weights =
        "statement_weights: {CourseGradeCalculated: 0, NextNavigation: 0, Registered: 0,"
            + " PreviousNavigation: 0, Unregistered: 0, FirstTimePassed: 0, LinkClicked: 0,"
            + " TabSelectedNavigation: 0}\n";
    String text = dialect3().replaceAll("(videos|problems|forum_posts): \\d+", "$1: 0") + weights;
    assertThatThrownBy(() -> read(text))
        .hasMessageContaining(
            "no course has videos, problems, forum_posts, but all types with weight need them");
  }

  @Test
  void coursesMayEndAfterTheLastStatement() {
    GenerationConfig config = read(dialect3() + "courses_until: 2015-06-01\n");
    assertThat(config.world().coursesUntilDay())
        .isEqualTo(LocalDate.parse("2015-06-01").toEpochDay());
    assertThat(config.world().endDay()).isEqualTo(LocalDate.parse("2014-11-27").toEpochDay());
  }
}
