package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.SpecException;

/** Configurations with every key, and their reading by a fixed clock. */
public final class ConfigTexts {

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

  /** Keys that only this tool has. */
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

  private ConfigTexts() {}

  public static GenerationConfigReader reader(Map<String, String> environment) {
    return Backends.reader("load.yaml", environment::get, NOW);
  }

  public static GenerationConfig read(String text) {
    return reader(Map.of()).read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  public static List<String> problems(String text) {
    SpecException exception = catchThrowableOfType(SpecException.class, () -> read(text));
    assertThat(exception).as("no problem found").isNotNull();
    return exception.problems().stream().map(Object::toString).toList();
  }
}
