package org.openedx.devdata.tracking;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.SharedFixtures;

/** Lines have the keys of the events that event-routing-backends is tested with. */
class LineShapeTest {

  private static final List<String> TOP =
      List.of(
          "name",
          "context",
          "username",
          "session",
          "ip",
          "agent",
          "host",
          "referer",
          "accept_language",
          "event",
          "time",
          "event_type",
          "event_source",
          "page");

  /** Keys that stand beside the payload in a line, and in the context of what is passed on. */
  private static final Set<String> MOVED =
      Set.of(
          "username",
          "session",
          "ip",
          "agent",
          "host",
          "referer",
          "accept_language",
          "event_source",
          "page",
          "client_id");

  /** Files of events of the same form, where an event has none of its own. */
  private static final Map<String, String> LIKE =
      Map.ofEntries(
          entry("edx.course.enrollment.mode_changed", "edx.course.enrollment.activated"),
          entry("edx.course.grade.now_passed", "edx.course.grade.now_failed"),
          entry(
              "edx.grades.course.grade_calculated",
              "edx.grades.course.grade_calculated_letter_grade"),
          entry("edx.ui.lms.sequence.previous_selected", "edx.ui.lms.sequence.next_selected"),
          entry("edx.forum.thread.voted", "edx.forum.response.voted"),
          entry("stop_video", "pause_video"));

  private static final Set<String> TRANSACTION =
      Set.of("event_transaction_id", "event_transaction_type");

  /** Keys that newer releases add (tracking-logs.md 5 to 7). */
  private static final Map<String, Set<String>> ADDED =
      Map.ofEntries(
          entry("complete_video", Set.of("currentTime")),
          entry("edx.completion.block_completion.changed", Set.of("modified", "created")),
          entry("edx.course.grade.passed.first_time", TRANSACTION),
          entry("edx.course.grade.now_passed", TRANSACTION),
          entry("edx.course.grade.now_failed", TRANSACTION),
          entry("edx.ui.lms.sequence.next_selected", Set.of("old", "new")),
          entry("edx.ui.lms.sequence.previous_selected", Set.of("old", "new")),
          entry("edx.ui.lms.sequence.tab_selected", Set.of("old", "new")));

  /** Keys that newer releases have no more. */
  private static final Set<String> GONE = Set.of("context_key", "is_new");

  private static final Set<String> OF_WORKERS = Set.of("course_id", "org_id", "enterprise_uuid");

  private static final List<JsonNode> LINES = new ArrayList<>();

  @BeforeAll
  static void render() {
    for (String set : List.of("campus", "open")) {
      Lines.of(Lines.lives(4, set, 220), TrackingSettings.Prefix.NONE).stream()
          .map(Lines::json)
          .forEach(LINES::add);
    }
  }

  private static JsonNode fixture(JsonNode line) throws IOException {
    String name = line.get("name").asText();
    String file = LIKE.getOrDefault(name, name);
    if (name.equals("problem_check")) {
      file += "(" + line.get("event_source").asText() + ")";
    }
    Path path = SharedFixtures.required("tracking_current/" + file + ".json");
    return Lines.json(Files.readString(path));
  }

  @Test
  void everyEventHasTheKeysOfItsFixture() throws IOException {
    Set<String> seen = new HashSet<>();
    for (JsonNode line : LINES) {
      String name = line.get("name").asText();
      boolean leaves = line.get("event_type").equals(line.get("name"));
      if (seen.add(name + line.get("event_source").asText() + leaves)) {
        Set<String> expected = new TreeSet<>(Lines.keys(Lines.payload(fixture(line))));
        expected.removeAll(GONE);
        boolean steps = name.contains(".sequence.");
        expected.addAll(steps && leaves ? Set.of() : ADDED.getOrDefault(name, Set.of()));
        assertThat(Lines.keys(Lines.payload(line)))
            .as(line.toString())
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
    assertThat(LINES.stream().map(line -> line.get("name").asText()))
        .containsAll(Stream.of(TrackedEvent.values()).map(TrackedEvent::key).toList());
  }

  @Test
  void contextsHaveTheKeysOfFixtures() throws IOException {
    Set<String> seen = new HashSet<>();
    for (JsonNode line : LINES) {
      if (seen.add(line.get("name").asText() + line.get("event_source").asText())) {
        Set<String> expected = new TreeSet<>(Lines.keys(fixture(line).get("context")));
        expected.removeAll(MOVED);
        expected.add("enterprise_uuid"); // Since 2022.
        boolean ofWorker = line.get("username").asText().isEmpty();
        assertThat(Lines.keys(line.get("context")))
            .as(line.toString())
            .containsExactlyInAnyOrderElementsOf(ofWorker ? OF_WORKERS : expected);
      }
    }
  }

  @Test
  void nestedObjectsOfAnswersHaveTheKeysOfTheirFixture() throws IOException {
    for (JsonNode line : LINES.stream().filter(LineShapeTest::isMarked).limit(300).toList()) {
      JsonNode expected = Lines.payload(fixture(line));
      JsonNode found = Lines.payload(line);
      for (String part : List.of("submission", "correct_map")) {
        assertThat(found.get(part))
            .allSatisfy(
                one ->
                    assertThat(Lines.keys(one))
                        .containsExactlyInAnyOrderElementsOf(
                            Lines.keys(expected.get(part).iterator().next())));
        assertThat(Lines.keys(found.get(part))).isEqualTo(Lines.keys(found.get("answers")));
      }
      assertThat(Lines.keys(found.get("state")))
          .containsExactlyInAnyOrderElementsOf(Lines.keys(expected.get("state")));
    }
  }

  private static boolean isMarked(JsonNode line) {
    return line.get("name").asText().equals("problem_check")
        && line.get("event_source").asText().equals("server");
  }

  @Test
  void everyLineHasTheFieldsOfALine() {
    assertThat(LINES)
        .hasSizeGreaterThan(5_000)
        .allSatisfy(
            line -> {
              assertThat(Lines.keys(line)).isEqualTo(TOP);
              assertThat(line.get("time").asText())
                  .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?\\+00:00");
              boolean browser = line.get("event_source").asText().equals("browser");
              assertThat(line.get("event").isTextual()).isEqualTo(browser);
              assertThat(line.get("page").asText().startsWith(Lines.LMS)).isEqualTo(browser);
              assertThat(line.get("session").asText()).matches("([0-9a-f]{32})?");
              boolean asked = !line.get("session").asText().isEmpty();
              for (String field : List.of("username", "ip", "agent", "host", "referer")) {
                assertThat(line.get(field).asText().isEmpty()).isNotEqualTo(asked);
              }
              assertThat(line.get("context").has("user_id")).isEqualTo(asked);
              // By this the package would take the sequential for the problem.
              assertThat(line.get("referer").asText()).doesNotContain("activate_block_id");
            });
  }
}
