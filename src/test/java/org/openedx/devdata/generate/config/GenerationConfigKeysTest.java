package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.SpecException;

/** Every key of both dialects and of this tool: that it is known, what it does, what it refuses. */
public class GenerationConfigKeysTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** The keys that xapi-db-load 3.x reads, as its documentation spells them. */
  public static final String DIALECT_3 =
      """
      log_dir: logs
      log_max_bytes: 1000
      log_backup_count: 2
      lms_url: http://lms.example:18000
      num_xapi_batches: 3
      batch_size: 100
      num_workers: 4
      start_date: 2014-01-01
      end_date: 2014-11-27
      course_length_days: 120
      num_organizations: 3
      num_actors: 10
      num_actor_profile_changes: 5
      num_course_publishes: 6
      num_course_sizes: {small: 1, huge: 2}
      course_size_makeup:
        small: {actors: 5, problems: 20, videos: 10, chapters: 3, sequences: 10, verticals: 20, forum_posts: 20}
        huge: {actors: 10, problems: 160, videos: 40, chapters: 20, sequences: 80, verticals: 160, forum_posts: 1000}
      db_host: clickhouse.example
      db_port: 8123
      db_username: loader
      db_password: one
      db_name: xapi2
      db_event_sink_name: sink2
      lrs_url: https://ralph.example/xAPI/statements
      lrs_username: ralph
      lrs_password: two
      lrs_request_timeout: 7
      csv_output_destination: .
      s3_source_location: https://s3.example/bucket/
      load_from_s3_after: false
      s3_key: key
      s3_secret: three
      s3_bucket: bucket
      s3_prefix: prefix/
      """;

  /** What else this tool knows. */
  public static final String OWN =
      """
      seed: 11
      threads: 3
      compression: zstd
      compression_level: 5
      slice: 2/4
      rows_per_file: 5000
      pii: false
      video_times: true
      retry_seconds: 9
      statement_weights: {ShowHint: 1}
      transformer_version: event-routing-backends@10.0.0
      lake_format: parquet
      vector_output_destination: '-'
      db_secure: true
      lrs_connections: 2
      s3_endpoint: http://localhost:9000
      s3_region: eu-north-1
      s3_path_style: false
      """;

  private static GenerationConfigReader reader(Map<String, String> environment) {
    return Backends.reader("load.yaml", environment::get, NOW);
  }

  private static GenerationConfig read(String text) {
    return reader(Map.of()).read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static List<String> problems(String text) {
    SpecException exception = catchThrowableOfType(SpecException.class, () -> read(text));
    assertThat(exception).as("no problem found").isNotNull();
    return exception.problems().stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv",
        "csv_file",
        "clickhouse",
        "ralph",
        "ralph_clickhouse",
        "vector",
        "chdb",
        "lake",
        "discard"
      })
  void everyBackEndKnowsEveryKey(String backend) {
    assertThat(read("backend: " + backend + "\n" + DIALECT_3 + OWN).world().courseLengthDays())
        .isEqualTo(120);
  }

  @Test
  void theKeysOfTheNewDialectAreHeeded() {
    GenerationConfig config = read("backend: csv\n" + DIALECT_3);

    assertThat(config.log()).isEqualTo(new GenerationConfig.Log("logs", 1000, 2));
    assertThat(config.world().lmsUrl()).isEqualTo("http://lms.example:18000");
    assertThat(config.statements().random()).isEqualTo(300);
    assertThat(config.world().startDay()).isEqualTo(LocalDate.parse("2014-01-01").toEpochDay());
    assertThat(config.world().endDay()).isEqualTo(LocalDate.parse("2014-11-27").toEpochDay());
    assertThat(config.world().organizations()).isEqualTo(3);
    assertThat(config.world().learners()).isEqualTo(10);
    assertThat(config.world().profileChanges()).isEqualTo(5);
    assertThat(config.world().publishes()).isEqualTo(6);
    assertThat(config.world().sizes())
        .extracting("name", "runs", "forumPosts")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("small", 1, 20),
            org.assertj.core.groups.Tuple.tuple("huge", 2, 1000));
    assertThat(config.database())
        .isEqualTo(
            new GenerationConfig.Database(
                "clickhouse.example",
                8123,
                false,
                "loader",
                "one",
                Optional.of("xapi2"),
                "sink2",
                "xapi_events_all"));
    assertThat(config.store())
        .isEqualTo(
            new GenerationConfig.ObjectStore(
                "https://s3.example/bucket/",
                "bucket",
                "prefix/",
                null,
                null,
                "key",
                "three",
                false,
                false));
    assertThat(config.output().destination()).isEqualTo(".");
  }

  @Test
  void theKeysOfThisToolAreHeeded() {
    GenerationConfig config = read("backend: chdb\n" + DIALECT_3 + OWN);

    assertThat(config.world().seed()).isEqualTo(11);
    assertThat(config.output())
        .isEqualTo(
            new GenerationConfig.Output(
                3,
                "zstd",
                OptionalInt.of(5),
                new Slice(2, 4),
                5000,
                Optional.of(false),
                Optional.of(true),
                9,
                "."));
    assertThat(config.statements().transformerVersion()).isEqualTo("event-routing-backends@10.0.0");
    assertThat(config.database().secure()).isTrue();
    assertThat(config.store().endpoint()).isEqualTo("http://localhost:9000");
    assertThat(config.store().region()).isEqualTo("eu-north-1");
    assertThat(config.store().pathStyle()).isFalse();
  }

  @Test
  void theDefaultsAreThoseOfThePeerWhereItHasAny() {
    GenerationConfig config =
        read(
            "backend: discard\n"
                + DIALECT_3
                    .lines()
                    .filter(
                        line ->
                            !line.matches(
                                "(log|lms|db|lrs|csv|s3|load|num_actor_|num_course_p|num_w).*"))
                    .reduce("", (all, line) -> all + line + "\n"));

    assertThat(config.database())
        .isEqualTo(
            new GenerationConfig.Database(
                "localhost",
                18_123,
                false,
                "default",
                "",
                Optional.empty(),
                "event_sink",
                "xapi_events_all"));
    assertThat(config.world().lmsUrl()).isEqualTo("http://localhost:18000");
    assertThat(config.log().maxBytes()).isEqualTo(10_485_760);
    assertThat(config.log().backups()).isEqualTo(5);
    assertThat(config.log().folder()).isNull();
    assertThat(config.store().loadAfter()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "num_batches | num_xapi_batches | num_batches is now called num_xapi_batches",
        "csv_load_from_s3_after | load_from_s3_after | csv_load_from_s3_after is now called load_from_s3_after"
      })
  void anOldNameWorksAndIsToldOnce(String old, String name, String warning) {
    GenerationConfigReader reader = reader(Map.of());
    reader.read(
        ("backend: csv\n" + DIALECT_3.replaceAll("(?m)^" + name + ":", old + ":"))
            .getBytes(StandardCharsets.UTF_8),
        Optional.empty());

    assertThat(reader.warnings()).filteredOn(line -> line.contains(": " + warning)).hasSize(1);
    assertThat(problems("backend: csv\n" + DIALECT_3 + old + ": 1\n"))
        .anyMatch(told -> told.contains("are two spellings of one key in load-db; keep \"" + name));
  }

  @Test
  void aMisspeltKeyIsNotMissingToo() {
    assertThat(problems("backend: csv\n" + DIALECT_3.replace("batch_size:", "batch_sice:")))
        .singleElement()
        .asString()
        .endsWith("unknown key \"batch_sice\"; did you mean \"batch_size\"?");
  }

  @Test
  void keysThatMeanNothingAnyMoreAreTold() {
    GenerationConfigReader reader = reader(Map.of());
    reader.read(
        ("backend: csv\n" + DIALECT_3 + "event_table_name: xapi_events_all_parsed\n")
            .getBytes(StandardCharsets.UTF_8),
        Optional.empty());

    assertThat(String.join("\n", reader.warnings()))
        .contains(
            ": num_workers is not used any more; see threads",
            ": event_table_name is not used any more; remove it");
  }

  @Test
  void theRawTableOfTheOldDialectIsHeeded() {
    assertThat(read("backend: csv\n" + DIALECT_3 + "event_raw_table_name: raw\n").database())
        .extracting(GenerationConfig.Database::rawTable)
        .isEqualTo("raw");
  }

  @ParameterizedTest
  @CsvSource({"443, true", "8443, true", "9440, true", "8123, false", "4431, false"})
  void portsAskForTlsUnlessAKeySaysOtherwise(int port, boolean secure) {
    String text = "backend: csv\n" + DIALECT_3.replace("db_port: 8123", "db_port: " + port);
    assertThat(read(text).database().secure()).isEqualTo(secure);
    assertThat(read(text + "db_secure: " + !secure + "\n").database().secure()).isEqualTo(!secure);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-01-01 10:00:00, 2014-01-01",
    "2014-01-01T23:59:59Z, 2014-01-01",
    "today, 2026-03-01",
    "today - 30d, 2026-01-30"
  })
  void datesMayHaveTimes(String text, LocalDate day) {
    String config =
        ("backend: csv\n" + DIALECT_3)
            .replace("start_date: 2014-01-01", "start_date: " + text)
            .replace("end_date: 2014-11-27", "end_date: 2027-01-01");
    assertThat(read(config).world().startDay()).isEqualTo(day.toEpochDay());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "actors: 5 | actors: 0 | in course_size_makeup must be a whole number from 1 to 10000000",
        "actors: 5 | actors: 11 | size 'small' has 11 actors, but num_actors is 10; change one of them",
        "chapters: 3 | chapters: 0 | in course_size_makeup must be a whole number from 1",
        "sequences: 10 | sequences: 0 | in course_size_makeup must be a whole number from 1",
        "verticals: 20 | verticals: 0 | in course_size_makeup must be a whole number from 1",
        "num_workers: 4 | courses_until: 2014-11-01 | courses_until is before end_date",
        "num_workers: 4 | courses_until: someday | in load-db must be a time",
        "num_workers: 4 | courses_until: 2106-02-01 | dates must lie between 1970 and 2105",
        "num_workers: 4 | statement_weights: {PlayedVideo: 1} | CompletedVideo has more weight than PlayedVideo",
        "forum_posts: 20 | forum_post: 20 | in course_size_makeup; did you mean",
        "small: 1, huge: 2 | small: 0, huge: 0 | there are 0 course runs; make 1 to 250000",
        "small: 1, huge: 2 | small: 1, middle: 2 | size 'middle' has no entry in course_size_makeup; add one",
        "num_organizations: 3 | num_organizations: 0 | in load-db must be a whole number from 1 to 1000000",
        "course_length_days: 120 | course_length_days: 330 | course_length_days is 330, but from start_date to end_date there are only 330 days",
        "start_date: 2014-01-01 | start_date: 2014-11-27 | start_date is not before end_date",
        "batch_size: 100 | batch_size: 0 | in load-db must be a whole number from 1 to 10000000",
        "start_date: 2014-01-01 | start_date: 1970-01-02 | a batch would lie in 179 months",
        "lms_url: http://lms.example:18000 | lms_url: lms.example | lms_url is \"lms.example\"; write a URL",
        "s3_source_location: https | s3_source_location: ftp | s3_source_location is \"ftp://s3.example/bucket/\"; write a URL",
        "lrs_url: https://ralph.example | lrs_url: ralph.example | lrs_url is \"ralph.example/xAPI/statements\"; write a URL",
        "s3_key: key | s3_endpoint: localhost:9000 | s3_endpoint is \"localhost:9000\"; write a URL",
        "db_host: clickhouse.example | db_host: http://clickhouse.example | db_host is \"http://clickhouse.example\"; write a host name, without a scheme",
        "db_port: 8123 | db_port: 65536 | in load-db must be a whole number from 1 to 65535, not",
        "db_port: 8123 | db_port: 0 | in load-db must be a whole number from 1 to 65535, not",
        "db_name: xapi2 | db_name: [a, b] | in load-db must be text, not a list",
        "db_name: xapi2 | db_name: '' | db_name is empty",
        "csv_output_destination: . | csv_output_destination: /proc/version/x | cannot write to \"/proc/version/x\"",
        "csv_output_destination: . | csv_output_destination: s3:///x | 's3:///x' names no bucket",
        "load_from_s3_after: false | load_from_s3_after: perhaps | in load-db must be true or false, not",
        "s3_secret: three | lms_ulr: http://x | s3_key has no s3_secret",
        "num_workers: 4 | num_worker: 4 | ; did you mean \"num_workers\"?",
        "num_workers: 4 | compression_level: 23 | in load-db must be a whole number from -7 to 22, not",
        "num_workers: 4 | compression: bzip2 | in load-db must be one of gzip, zstd, lz4, none, not",
        "num_workers: 4 | lake_format: orc | in load-db must be one of native, parquet, not",
        "num_workers: 4 | pii: perhaps | in load-db must be true or false, not",
        "num_workers: 4 | seed: one | in load-db must be a whole number, not",
        "num_workers: 4 | rows_per_file: -1 | in load-db must be a whole number from 0",
        "num_workers: 4 | threads: 0 | in load-db must be a whole number from 1 to 1024, not"
      })
  void whatCannotBeIsToldWithItsPlace(String good, String bad, String message) {
    assertThat(
            problems(
                ("backend: csv\n" + DIALECT_3)
                    .replaceFirst(
                        java.util.regex.Pattern.quote(good),
                        java.util.regex.Matcher.quoteReplacement(bad))))
        .anySatisfy(
            told -> assertThat(told).matches("load\\.yaml:\\d+:\\d+: .*").contains(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"num_actors: 0", "num_actors: many", "num_actors: null"})
  void oneWrongNumberIsToldOnce(String wrong) {
    assertThat(problems(("backend: csv\n" + DIALECT_3).replace("num_actors: 10", wrong)))
        .hasSize(1)
        .allMatch(told -> told.contains("num_actors"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backend",
        "num_xapi_batches",
        "batch_size",
        "start_date",
        "end_date",
        "course_length_days",
        "num_organizations",
        "num_actors",
        "lrs_url",
        "lrs_username"
      })
  void aKeyWithoutTheValueThatIsNeededIsTold(String key) {
    String text = ("backend: ralph\n" + DIALECT_3).replaceFirst("(?m)^" + key + ": .*", key + ":");
    assertThat(text).contains(key + ":\n");

    assertThat(problems(text))
        .singleElement()
        .asString()
        .containsPattern("\"" + key + "\" in load-db (has no value|may not be null)");
  }

  @Test
  void aLevelForACompressionWithoutAnyIsTold() {
    assertThat(problems("backend: csv\n" + DIALECT_3 + "compression: lz4\ncompression_level: 3\n"))
        .containsExactly("load.yaml:38:20: compression lz4 has no levels; remove it");
  }

  @Test
  void anEmptyFileLacksEverythingThatIsNeeded() {
    assertThat(problems("{}"))
        .extracting(told -> told.replaceAll(".*\"(\\w+)\" in load-db is missing.*", "$1"))
        .contains(
            "backend",
            "num_xapi_batches",
            "batch_size",
            "start_date",
            "end_date",
            "course_length_days",
            "num_organizations",
            "num_actors",
            "num_course_sizes");
  }
}
