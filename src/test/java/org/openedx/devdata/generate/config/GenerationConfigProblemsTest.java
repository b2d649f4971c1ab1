package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openedx.devdata.generate.config.GoodConfig.GOOD;
import static org.openedx.devdata.generate.config.GoodConfig.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.spec.SpecException;

/** Configurations that cannot be run, each problem with its place. */
class GenerationConfigProblemsTest {

  @TempDir Path folder;

  @Test
  void tellsAllProblemsAtOnceWithTheirPlaces() {
    List<String> problems =
        problems(
            """
            backend: click_house
            num_xapi_batches: -1
            batch_size: many
            start_date: tomorrow
            end_date: 2026-01-01
            course_length_days: 100
            num_organizations: 0
            num_actors: 10
            num_course_sizes: {small: 1, big: 1}
            course_size_makeup:
              small: {actors: 20, problems: -1, videos: 3, chapters: 1, sequences: 2, verticals: 4}
            compresion: zstd
            slice: 9/8
            db_port: 70000
            lms_url: localhost
            statement_weights: {PlayVideo: 3, Registered: -1}
            """);
    assertThat(problems)
        .containsExactly(
            "load.yaml:1:10: \"backend\" in load-db must be one of csv, csv_file, clickhouse, ralph,"
                + " ralph_clickhouse, vector, chdb, lake, tracking, discard, not \"click_house\"; did you mean"
                + " \"clickhouse\"?",
            "load.yaml:2:19: \"num_xapi_batches\" in load-db must be a whole number from 0 to"
                + " 2147483647, not \"-1\"",
            "load.yaml:3:13: \"batch_size\" in load-db must be a whole number from 1 to 10000000,"
                + " not \"many\"",
            "load.yaml:4:13: \"start_date\" in load-db must be a time: \"tomorrow\" is no time; write"
                + " one like 2026-03-29T01:30:00Z, 2026-03-29, or now - 3d",
            "load.yaml:7:20: \"num_organizations\" in load-db must be a whole number from 1 to"
                + " 1000000, not \"0\"",
            "load.yaml:9:35: size 'big' has no entry in course_size_makeup; add one",
            "load.yaml:11:10: \"forum_posts\" in course_size_makeup is missing; add it",
            "load.yaml:11:19: size 'small' has 20 actors, but num_actors is 10; change one of"
                + " them",
            "load.yaml:11:33: \"problems\" in course_size_makeup must be a whole number from 0 to"
                + " 10000000, not \"-1\"",
            "load.yaml:12:1: unknown key \"compresion\"; did you mean \"compression\"?",
            "load.yaml:13:8: slice is \"9/8\"; write a part of the whole, such as 3/8",
            "load.yaml:14:10: \"db_port\" in load-db must be a whole number from 1 to 65535, not"
                + " \"70000\"",
            "load.yaml:15:10: lms_url is \"localhost\"; write a URL such as http://localhost:18000",
            "load.yaml:16:21: unknown type of statement \"PlayVideo\"; did you mean \"PlayedVideo\"?",
            "load.yaml:16:47: the weight of Registered is -1.0; write a percentage, 0 or more");
  }

  @Test
  void aWindowMustBeLongerThanACourse() {
    assertThat(problems(GOOD.replace("2026-01-01", "2025-04-11")))
        .containsExactly(
            "load.yaml:6:21: course_length_days is 100, but from start_date to end_date there are"
                + " only 100 days; courses need at least one more");
    assertThat(problems(GOOD.replace("2026-01-01", "2024-04-11")))
        .containsExactly(
            "load.yaml:4:13: start_date is not before end_date; exchange or change them");
  }

  @Test
  void aBatchMustNotLieInMoreMonthsThanAnInsertCanTake() {
    assertThat(
            problems(
                GOOD.replace("2025-01-01", "1980-01-01")
                    .replace("num_xapi_batches: 10", "num_xapi_batches: 2")))
        .containsExactly(
            "load.yaml:3:13: a batch would lie in 275 months, but ClickHouse takes at most 100 in"
                + " one insert; make more batches");
  }

  @Test
  void aFolderMustBeWritable() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(
            problems(
                GOOD.replace("discard", "csv")
                    + "csv_output_destination: "
                    + file.resolve("sub")
                    + "\n"))
        .singleElement()
        .asString()
        .contains("cannot write to");
  }

  @Test
  void theFolderOfTimingsMustBeWritable() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(problems(GOOD + "log_dir: " + file.resolve("sub") + "\n"))
        .singleElement()
        .asString()
        .contains("cannot write to \"" + file.resolve("sub"));
  }

  @Test
  void nobodyCanLeaveMoreOftenThanComeBack() {
    assertThat(problems(GOOD + "statement_weights: {Unregistered: 5}\n"))
        .singleElement()
        .asString()
        .contains("give Registered at least as much");
  }

  private static List<String> problems(String text) {
    SpecException exception = catchThrowableOfType(SpecException.class, () -> read(text));
    assertThat(exception).as("no problem found").isNotNull();
    return exception.problems().stream().map(Object::toString).toList();
  }
}
