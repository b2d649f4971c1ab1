package org.openedx.devdata.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.Learners;

class TrackingReaderTest {

  private static final Pattern OF_TUTOR =
      Pattern.compile(
          "(?<date>\\d{4}-\\d\\d-\\d\\d) (?<time>\\d\\d:\\d\\d:\\d\\d),(?<millis>\\d{3}) INFO \\d+"
              + " \\[tracking\\] \\[user (?<user>\\d+|None)\\] \\[ip (?<ip>[\\d.]+|None)\\]"
              + " logger\\.py:41 - (?<json>\\{.*\\})");

  @Test
  void framesAreTheSameInAnyOrder() {
    Lives lives = Lines.lives(5, "open", 300);
    TrackingSettings settings = new TrackingSettings(Lines.LMS, TrackingSettings.Prefix.NONE);
    TrackingReader forward = new TrackingReader(lives, settings);
    TrackingReader backward = new TrackingReader(Lines.lives(5, "open", 300), settings);
    List<List<String>> frames = new ArrayList<>();
    for (int frame = 0; frame < lives.frames().count(); frame++) {
      frames.add(Lines.of(forward, frame));
    }
    for (int frame = lives.frames().count() - 1; frame >= 0; frame--) {
      assertThat(Lines.of(backward, frame)).isEqualTo(frames.get(frame));
    }
    assertThat(frames).anyMatch(lines -> lines.size() > 500);
  }

  @Test
  void aPrefixSaysWhatTheLineSays() {
    Lives lives = Lines.lives(6, "campus", 40);
    List<String> bare = Lines.of(lives, TrackingSettings.Prefix.NONE);
    List<String> prefixed = Lines.of(lives, TrackingSettings.Prefix.TUTOR);
    assertThat(prefixed).hasSameSizeAs(bare).hasSizeGreaterThan(1_000);
    for (int i = 0; i < bare.size(); i++) {
      Matcher line = OF_TUTOR.matcher(prefixed.get(i));
      assertThat(line.matches()).as(prefixed.get(i)).isTrue();
      assertThat(line.group("json")).isEqualTo(bare.get(i));
      JsonNode json = Lines.json(bare.get(i));
      assertThat(json.get("time").asText() + ".000")
          .startsWith(line.group("date") + "T" + line.group("time"));
      JsonNode user = json.get("context").path("user_id");
      assertThat(line.group("user")).isEqualTo(user.isMissingNode() ? "None" : user.asText());
      assertThat(line.group("ip").replace("None", "")).isEqualTo(json.get("ip").asText());
    }
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void workersLogWhatNoSessionHas(EventType type) {
    assertThat(TrackedEvent.of(type).origin() == Origin.WORKER).isEqualTo(type.isOfWorker());
  }

  /** Over worlds of many seeds and all sets of habits. */
  @Test
  void whateverIsLoggedHoldsTogether() {
    for (int seed = 0; seed < 24; seed++) {
      String set = HabitReader.SETS.get(seed % HabitReader.SETS.size());
      Lives lives = Lines.lives(1_000 + seed, set, 5 + 3 * seed);
      Learners learners = lives.world().learners();
      Map<String, String> users = new HashMap<>();
      for (int learner = 0; learner < learners.count(); learner++) {
        users.put(Integer.toString(learners.userId(learner)), learners.username(learner));
      }
      check(Lines.of(lives, TrackingSettings.Prefix.NONE), users);
    }
  }

  private static void check(List<String> lines, Map<String, String> users) {
    Set<String> posts = new HashSet<>();
    Set<String> answered = new HashSet<>();
    Map<String, JsonNode> sent = new HashMap<>();
    for (String text : lines) {
      assertThat(text).matches("\\p{ASCII}{1,50000}").doesNotContain("\n");
      JsonNode line = Lines.json(text);
      JsonNode payload = Lines.payload(line);
      String user = payload.path("user_id").asText(line.get("context").path("user_id").asText());
      assertThat(users).as(text).containsKey(user);
      if (!line.get("username").asText().isEmpty()) {
        assertThat(line.get("username").asText()).isEqualTo(users.get(user));
      }
      if (payload.has("target_username")) {
        assertThat(users.values()).contains(payload.get("target_username").asText());
      }
      String name = line.get("name").asText();
      if (name.endsWith(".created") && name.startsWith("edx.forum")) {
        posts.add(payload.get("id").asText());
      }
      if (payload.has("response")) {
        answered.add(payload.get("response").get("id").asText());
      }
      if (name.equals("problem_check")) {
        checkAnswer(line, payload, sent, user);
      }
    }
    assertThat(posts).containsAll(answered);
  }

  /** A server marks what the browser has sent. */
  private static void checkAnswer(
      JsonNode line, JsonNode payload, Map<String, JsonNode> sent, String user) {
    if (payload.isTextual()) {
      sent.put(user, payload);
      return;
    }
    String form = sent.get(user).asText();
    payload
        .get("answers")
        .fields()
        .forEachRemaining(
            answer -> {
              assertThat(form).contains("input_" + answer.getKey());
              if (answer.getValue().asText().startsWith("choice")) {
                assertThat(form + "&")
                    .contains("_1=" + answer.getValue().asText() + "&")
                    .contains(answer.getKey());
              }
            });
    int attempts = payload.get("attempts").asInt();
    assertThat(payload.get("state").get("student_answers").isEmpty()).isEqualTo(attempts == 1);
    boolean right = payload.get("grade").asInt() == payload.get("max_grade").asInt();
    assertThat(payload.get("success").asText()).isEqualTo(right ? "correct" : "incorrect");
    assertThat(line.get("context").get("module").get("usage_key"))
        .isEqualTo(payload.get("problem_id"));
  }
}
