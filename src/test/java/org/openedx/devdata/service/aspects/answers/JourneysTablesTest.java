package org.openedx.devdata.service.aspects.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.testing.TestClickHouse;

@Tag("clickhouse")
class JourneysTablesTest {

  private static final String ENGAGEMENT =
      "org,course_key,actor_id,content_level,block_id,metric,done,total,status,done_truth,"
          + "status_truth\n";
  private static final String SECONDS =
      "org,course_key,actor_id,video_block_id,video_duration,truth_seconds,"
          + "truth_distinct_seconds,observable_seconds,observable_distinct_seconds,"
          + "observable_max_views\n";

  @TempDir Path folder;

  @BeforeEach
  void empty() {
    TestClickHouse.required().run("DROP DATABASE IF EXISTS journeys");
  }

  private void fill(String course, int done) throws IOException {
    Files.writeString(
        folder.resolve("answers.json"),
        "{\"as_of\": \"2026-01-01\", \"courses\": [\"" + course + "\"]}");
    Files.writeString(
        folder.resolve("expected_engagement.csv"),
        ENGAGEMENT
            + "Org,%s,a,section,b,pages,%d,3,\"At least one, surely\",1,x\n"
                .formatted(course, done));
    Files.writeString(
        folder.resolve("expected_video_seconds.csv"),
        SECONDS + "Org,%s,a,v,100,10,9,8,7,2\n".formatted(course));
    TestClickHouse engine = TestClickHouse.required();
    try (ClickHouse server =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()))) {
      JourneysTables.fill(server, AspectsNames.DEFAULT, AnswersFolder.find(folder).orElseThrow());
      rows =
          server.rows(
              "SELECT course_key, done, total, status FROM journeys.expected_engagement ORDER BY"
                  + " course_key");
      seconds =
          server.rows(
              "SELECT course_key, observable_seconds, observable_max_views FROM"
                  + " journeys.expected_video_seconds ORDER BY course_key");
    }
  }

  private List<List<String>> rows;
  private List<List<String>> seconds;

  @Test
  void rowsOfTheSameCoursesAreReplacedAndOthersStay() throws IOException {
    fill("course-v1:Org+A+1", 1);
    fill("course-v1:Org+B+1", 1);
    fill("course-v1:Org+A+1", 2);
    assertThat(rows)
        .containsExactly(
            List.of("course-v1:Org+A+1", "2", "3", "At least one, surely"),
            List.of("course-v1:Org+B+1", "1", "3", "At least one, surely"));
    assertThat(seconds)
        .containsExactly(
            List.of("course-v1:Org+A+1", "8", "2"), List.of("course-v1:Org+B+1", "8", "2"));
  }
}
