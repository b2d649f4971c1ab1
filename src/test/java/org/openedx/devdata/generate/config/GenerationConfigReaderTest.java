package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.xapi.StatementType;

class GenerationConfigReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String GOOD =
      """
      backend: discard
      num_xapi_batches: 10
      batch_size: 100
      start_date: 2025-01-01
      end_date: 2026-01-01
      course_length_days: 100
      num_organizations: 2
      num_actors: 50
      num_course_sizes: {small: 2}
      course_size_makeup:
        small: {actors: 20, problems: 4, videos: 3, chapters: 1, sequences: 2, verticals: 4, forum_posts: 2}
      """;

  @TempDir Path folder;

  @Test
  void readsTheKeysOfTheNewDialectWithTheirDefaults() {
    GenerationConfig config = read(GOOD);
    assertThat(config.backend().key()).isEqualTo("discard");
    assertThat(config.statements().random()).isEqualTo(1_000);
    assertThat(config.world().lmsUrl()).isEqualTo("http://localhost:18000");
    assertThat(config.world().startDay()).isEqualTo(LocalDate.parse("2025-01-01").toEpochDay());
    assertThat(config.world().publishes()).isEqualTo(1);
    assertThat(config.output().compression()).isEqualTo("gzip");
    assertThat(config.output().slice()).isEqualTo(Slice.WHOLE);
    assertThat(config.output().pii()).isEmpty();
    assertThat(config.output().exports()).isEqualTo(new ExportOptions(true, false));
    assertThat(config.database().port()).isEqualTo(18_123);
    assertThat(config.database().secure()).isFalse();
    assertThat(config.database().statementsName()).isEmpty();
    assertThat(config.log().maxBytes()).isEqualTo(10_485_760);
  }

  @Test
  void readsTheOldDialectAndSaysWhatHasOtherNamesNow() {
    GenerationConfigReader reader = reader(Map.of());
    GenerationConfig config =
        reader.read(
            bytes(
                GOOD.replace("num_xapi_batches", "num_batches")
                        .replace("backend: discard", "backend: csv_file")
                    + "csv_output_destination: "
                    + folder
                    + "\ncsv_load_from_s3_after: true\ndb_name: other\n"
                    + "event_table_name: xapi_events_all_parsed\n"),
            Optional.empty());
    assertThat(config.backend().key()).isEqualTo("csv");
    assertThat(config.statements().random()).isEqualTo(1_000);
    assertThat(config.store().loadAfter()).isTrue();
    assertThat(config.database().statementsName()).contains("other");
    assertThat(reader.warnings()).allMatch(warning -> warning.matches("[^:]+:\\d+:\\d+: .*"));
    assertThat(reader.warnings())
        .extracting(warning -> warning.replaceFirst("^[^:]+:\\d+:\\d+: ", ""))
        .containsExactlyInAnyOrder(
            "backend: csv_file is now called csv; both are understood",
            "num_batches is now called num_xapi_batches; both are understood",
            "csv_load_from_s3_after is now called load_from_s3_after; both are understood",
            "event_table_name is not used any more; remove it");
  }

  @Test
  void theEnvironmentWinsOverSecretsOfTheFile() {
    GenerationConfig config =
        reader(
                Map.of(
                    "XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", "",
                    "XAPI_DB_LOAD_AWS_SECRET_ACCESS_KEY", "s"))
            .read(bytes(GOOD + "db_password: inside\n"), Optional.empty());
    assertThat(config.database().password()).isEmpty();
    assertThat(config.store().secret()).isEqualTo("s");
    assertThat(config.toString()).doesNotContain("inside");
  }

  @Test
  void datesMayBeRelativeAndPortsAskForTls() {
    GenerationConfig config =
        read(
            GOOD.replace("2025-01-01", "today - 1y").replace("2026-01-01", "today")
                + "db_port: 8443\nseed: -5\n");
    assertThat(config.world().endDay()).isEqualTo(LocalDate.parse("2026-03-01").toEpochDay());
    assertThat(config.world().startDay()).isEqualTo(LocalDate.parse("2025-03-01").toEpochDay());
    assertThat(config.database().secure()).isTrue();
    assertThat(config.world().seed()).isEqualTo(-5);
  }

  @Test
  void weightsChangeTheMix() {
    GenerationConfig config =
        read(GOOD + "statement_weights: {BlockCompleted: 100, LinkClicked: 0}\n");
    assertThat(config.statements().mix().share(StatementType.BLOCK_COMPLETED))
        .isEqualTo(100 / 199.999, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(config.statements().mix().share(StatementType.LINK_CLICKED)).isZero();
    assertThat(config.fingerprint()).isNotEqualTo(read(GOOD).fingerprint());
  }

  @Test
  void theSliceOfTheCommandLineWins() {
    GenerationConfig config =
        reader(Map.of()).read(bytes(GOOD + "slice: 1/4\n"), Slice.parse("3/8"));
    assertThat(config.output().slice()).isEqualTo(new Slice(3, 8));
  }

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
                + " ralph_clickhouse, vector, chdb, lake, discard, not \"click_house\"; did you mean"
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

  private static GenerationConfig read(String text) {
    return reader(Map.of()).read(bytes(text), Optional.empty());
  }

  private static GenerationConfigReader reader(Map<String, String> environment) {
    return Backends.reader("load.yaml", environment::get, NOW);
  }

  private static List<String> problems(String text) {
    SpecException exception = catchThrowableOfType(SpecException.class, () -> read(text));
    assertThat(exception).as("no problem found").isNotNull();
    return exception.problems().stream().map(Object::toString).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
