package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.generate.config.ConfigTexts.DIALECT_3;
import static org.openedx.devdata.generate.config.ConfigTexts.problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no configuration may have, each reported once and with its place. */
public class GenerationConfigLimitsTest {

  @Test
  void aMisspeltKeyIsNotMissingToo() {
    assertThat(problems("backend: csv\n" + DIALECT_3.replace("batch_size:", "batch_sice:")))
        .singleElement()
        .asString()
        .endsWith("unknown key \"batch_sice\"; did you mean \"batch_size\"?");
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
