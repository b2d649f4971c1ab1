package org.openedx.devdata.service.aspects.answers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.answers.CsvReader;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;

/**
 * The two tables of the database {@code journeys} from which {@code tutor do check-known-answers}
 * takes what charts must show. Stateless.
 */
public final class JourneysTables {

  private static final String DATABASE = "journeys";

  /** Columns that are numbers; the others are texts, and none is ever NULL. */
  private static final List<String> NUMBERS =
      List.of(
          "done",
          "total",
          "done_truth",
          "video_duration",
          "truth_seconds",
          "truth_distinct_seconds",
          "observable_seconds",
          "observable_distinct_seconds",
          "observable_max_views");

  private static final List<String> TABLES =
      List.of("expected_engagement", "expected_video_seconds");

  private JourneysTables() {}

  /**
   * Fills the tables, which are made when they are not there; rows of the same courses are
   * replaced, those of others stay.
   *
   * @throws IOException when the files of the answers cannot be read
   */
  public static void fill(ClickHouse server, AspectsNames names, AnswersFolder answers)
      throws IOException {
    server.run("CREATE DATABASE IF NOT EXISTS " + TableName.quote(DATABASE) + names.onCluster());
    for (String table : TABLES) {
      TableName name = new TableName(DATABASE, table);
      try (CsvReader file = answers.open(table)) {
        create(server, names, name, file.columns());
        server.run(
            "ALTER TABLE %s%s DELETE WHERE course_key IN (%s) SETTINGS mutations_sync = 2"
                .formatted(name.quoted(), names.onCluster(), courses(answers)));
        insert(server, name, file.columns(), answers);
      }
    }
  }

  private static String courses(AnswersFolder answers) {
    return answers.courses().stream().map(TableName::literal).collect(Collectors.joining(", "));
  }

  private static void create(
      ClickHouse server, AspectsNames names, TableName name, List<String> columns) {
    String engine = names.cluster().isPresent() ? "ReplicatedMergeTree" : "MergeTree";
    server.run(
        columns.stream()
            .map(column -> TableName.quote(column) + (isNumber(column) ? " Int32" : " String"))
            .collect(
                Collectors.joining(
                    ", ",
                    "CREATE TABLE IF NOT EXISTS " + name.quoted() + names.onCluster() + " (",
                    ") ENGINE = " + engine + " ORDER BY (org, course_key, actor_id)")));
  }

  private static boolean isNumber(String column) {
    return NUMBERS.contains(column);
  }

  private static void insert(
      ClickHouse server, TableName name, List<String> columns, AnswersFolder answers) {
    server.insertFile(
        name,
        columns,
        "CSV",
        out -> {
          try (CsvReader file = answers.open(name.table())) {
            file.copyTo(out);
          }
        },
        // Rows that were replaced are inserted again, whatever the server remembers.
        "answers-" + System.nanoTime(),
        Map.of());
  }
}
