package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/** Statements of all types keep the rules of xAPI 1.0.3 and of the views of Aspects. */
public class XapiRulesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STATEMENTS = 30_000;

  /** Kinds of questions, as xAPI 1.0.3 lists them. */
  public static final Set<String> INTERACTIONS =
      Set.of(
          "true-false",
          "choice",
          "fill-in",
          "long-fill-in",
          "matching",
          "performance",
          "sequencing",
          "likert",
          "numeric",
          "other");

  private interface Rule {
    void check(StatementType type, JsonNode statement);
  }

  private static Set<StatementType> check(Rule rule) throws IOException {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    StatementType.weighable().forEach(type -> weights.put(type, 1 + type.defaultWeight()));
    MixModel model = new MixModel(Worlds.small(5), StatementMix.of(weights), STATEMENTS, 5_000);
    StatementRenderer renderer =
        new StatementRenderer(new StatementSettings("http://localhost:18000", "t@1"));
    FrameReader reader = model.reader();
    StatementData data = new StatementData();
    OutputBytes json = new OutputBytes(4096);
    Set<StatementType> seen = EnumSet.noneOf(StatementType.class);
    for (int frame = 0; frame < model.frames(); frame++) {
      reader.open(frame);
      while (reader.next(data)) {
        renderer.identify(data);
        json.clear();
        renderer.render(data, Quoting.PLAIN, json);
        seen.add(data.type);
        rule.check(data.type, JSON.readTree(json.toString()));
      }
    }
    return seen;
  }

  @Test
  void everyTypeIsMadeAndNoIdTwice() throws IOException {
    Set<String> ids = new HashSet<>();
    Set<StatementType> seen =
        check(
            (type, statement) -> {
              String id = statement.get("id").asText();
              assertThat(UUID.fromString(id).version()).isEqualTo(5);
              assertThat(ids.add(id)).as("%s %s", type, id).isTrue();
            });
    assertThat(seen).containsExactlyInAnyOrder(StatementType.values());
  }

  @Test
  void envelopesAreRight() throws IOException {
    check(
        (type, statement) -> {
          assertThat(statement.get("version").asText()).isEqualTo("1.0.3");
          assertThat(OffsetDateTime.parse(statement.get("timestamp").asText()).getOffset())
              .hasToString("Z");
          JsonNode actor = statement.get("actor");
          assertThat(actor.size()).isEqualTo(2);
          assertThat(actor.at("/objectType").asText()).isEqualTo("Agent");
          assertThat(URI.create(actor.at("/account/homePage").asText()).isAbsolute()).isTrue();
          UUID.fromString(actor.at("/account/name").asText());
          assertThat(URI.create(statement.at("/verb/id").asText()).isAbsolute()).isTrue();
          assertThat(statement.at("/verb/display/en").asText()).isEqualTo(type.verb().word());
        });
  }

  @Test
  void objectsAndContextsAreRight() throws IOException {
    check(
        (type, statement) -> {
          activity(statement.get("object"));
          JsonNode context = statement.get("context");
          for (String kind : new String[] {"parent", "grouping"}) {
            JsonNode activities = context.at("/contextActivities/" + kind);
            if (!activities.isMissingNode()) {
              assertThat(activities.isArray() && activities.size() == 1).isTrue();
              activities.forEach(XapiRulesTest::activity);
            }
          }
          context
              .get("extensions")
              .fieldNames()
              .forEachRemaining(key -> assertThat(URI.create(key).isAbsolute()).isTrue());
          assertThat(context.at("/extensions").get(Extensions.SESSION).asText())
              .matches("[0-9a-f]{32}");
        });
  }

  private static void activity(JsonNode activity) {
    assertThat(activity.get("objectType").asText()).isIn("Activity", "GroupActivity");
    assertThat(activity.get("id").asText()).doesNotContain(" ").isNotEmpty();
    JsonNode definition = activity.get("definition");
    assertThat(URI.create(definition.get("type").asText()).isAbsolute()).isTrue();
    if (definition.has("interactionType")) {
      assertThat(definition.get("interactionType").asText()).isIn(INTERACTIONS);
    }
  }

  @Test
  void resultsAreRight() throws IOException {
    check(
        (type, statement) -> {
          JsonNode result = statement.path("result");
          if (result.has("score")) {
            JsonNode score = result.get("score");
            double raw = score.get("raw").doubleValue();
            assertThat(raw)
                .isBetween(score.get("min").doubleValue(), score.get("max").doubleValue());
            double scaled = score.get("scaled").doubleValue();
            assertThat(scaled).isBetween(0.0, 1.0);
            assertThat(scaled).isEqualTo(raw / score.get("max").doubleValue());
          }
          if (result.has("duration")) {
            assertThat(Duration.parse(result.get("duration").asText())).isPositive();
          }
          if (result.has("response")) {
            assertThat(result.get("response").isTextual()).isTrue();
          }
        });
  }

  @Test
  void answersHaveWhatTheViewsOfClickHouseDemand() throws IOException {
    check(
        (type, statement) -> {
          if (type.verb() == Verb.EVALUATED) {
            JsonNode attempt =
                statement.at("/object/definition/extensions").get(Extensions.ATTEMPT_ID);
            assertThat(attempt.intValue()).isBetween(1, 32_767);
            assertThat(statement.at("/result/success").isBoolean()).isTrue();
            String block = statement.at("/object/id").asText().replaceAll(".*@", "");
            assertThat(block)
                .matches(
                    type == StatementType.QUESTION_CHECK ? "[0-9a-f]{32}_[2-4]_1" : "[0-9a-f]{32}");
          }
        });
  }

  @Test
  void questionsReferToTheirProblemAndShareItsTime() throws IOException {
    JsonNode[] whole = new JsonNode[1];
    int[] questions = new int[1];
    check(
        (type, statement) -> {
          if (type == StatementType.MULTI_QUESTION_PROBLEM_CHECK) {
            whole[0] = statement;
          } else if (type == StatementType.QUESTION_CHECK) {
            questions[0]++;
            assertThat(statement.at("/context/statement/id")).isEqualTo(whole[0].get("id"));
            assertThat(statement.at("/context/contextActivities/parent/0"))
                .isEqualTo(whole[0].get("object"));
            assertThat(statement.get("timestamp")).isEqualTo(whole[0].get("timestamp"));
            assertThat(statement.at("/object/id").asText())
                .startsWith(whole[0].at("/object/id").asText());
            if (statement.at("/object/id").asText().endsWith("_2_1")) {
              assertThat(statement.at("/result/success")).isEqualTo(whole[0].at("/result/success"));
              assertThat(statement.at("/result/response"))
                  .isEqualTo(whole[0].at("/result/response"));
            }
          }
        });
    assertThat(questions[0]).isPositive();
  }
}
