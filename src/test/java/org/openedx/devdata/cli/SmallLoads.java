package org.openedx.devdata.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Configurations of small loads, and what came of them. */
public final class SmallLoads {

  /** A year of two course runs, about 20,500 statements; the back end is to be added. */
  public static final String WORLD =
      """
      threads: 2
      seed: 7
      num_xapi_batches: 20
      batch_size: 1024
      start_date: 2025-01-01
      end_date: 2026-01-01
      course_length_days: 100
      num_organizations: 2
      num_actors: 50
      num_course_sizes: {small: 2}
      course_size_makeup:
        small: {actors: 20, problems: 4, videos: 3, chapters: 1, sequences: 2, verticals: 4, forum_posts: 2}
      """;

  private SmallLoads() {}

  /** The same for the year that ends today, whenever that is. */
  public static String untilToday(String configuration) {
    return configuration
        .replace("start_date: 2025-01-01", "start_date: today - 365d")
        .replace("end_date: 2026-01-01", "end_date: today");
  }

  /** The messages of a load without the lines of progress that a machine shows which is busy. */
  static String messages(CommandLab.Result load) {
    return load.err().replaceAll("(?m)^\\w+: [\\d,]+ (of [\\d,]+ )?rows.*\\n", "");
  }

  /** The manifest of a run, where its back end leaves it. */
  static JsonNode manifest(Path folder, String backend) throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve(".devdata/load-db/" + backend + "/manifest.json").toFile());
  }

  /** What the same configuration makes when it goes nowhere. */
  static JsonNode expected(CommandLab lab) throws IOException {
    lab.file("nowhere.yaml", "backend: discard\n" + WORLD);
    CommandLab.Result result = lab.run("load-db", "--config_file", "nowhere.yaml", "--quiet");
    if (result.code() != ExitCode.DONE) {
      throw new AssertionError(result.err());
    }
    return manifest(lab.folder(), "discard");
  }
}
