package org.openedx.devdata.generate.config;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.generate.destination.Backends;

/** A configuration in which everything is right, and its reading. */
final class GoodConfig {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static final String GOOD =
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

  private GoodConfig() {}

  static GenerationConfig read(String text) {
    return reader(Map.of()).read(bytes(text), Optional.empty());
  }

  static GenerationConfigReader reader(Map<String, String> environment) {
    return Backends.reader("load.yaml", environment::get, NOW);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
