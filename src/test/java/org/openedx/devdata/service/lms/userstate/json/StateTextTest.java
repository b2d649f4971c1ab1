package org.openedx.devdata.service.lms.userstate.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated states as text: held against another writer of JSON, and read again. */
class StateTextTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String[] PIECES = {
    "a",
    "\"",
    "\\",
    "/",
    "\n",
    "\r",
    "\t",
    "\f",
    "\b",
    "\0",
    "\u001f",
    "\u007f",
    "\u0080",
    "é",
    "\u2028",
    "\ud83c\udf93",
    "'",
    " ",
    "~"
  };

  /** Python's {@code json.dumps} with its defaults, said in another library's words. */
  private static final ObjectWriter OTHER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build()
          .writer(
              new DefaultPrettyPrinter()
                  .withSeparators(
                      Separators.createDefaultInstance()
                          .withRootSeparator(null)
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                          .withObjectEntrySpacing(Separators.Spacing.AFTER)
                          .withArrayValueSpacing(Separators.Spacing.AFTER)
                          .withObjectEmptySeparator("")
                          .withArrayEmptySeparator(""))
                  .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
                  .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter()));

  private static final Pattern ESCAPE = Pattern.compile("\\\\u[0-9A-Fa-f]{4}");

  private static String other(JsonNode value) throws JsonProcessingException {
    return ESCAPE
        .matcher(OTHER.writeValueAsString(value).replace("\u007f", "\\u007f"))
        .replaceAll((MatchResult found) -> "\\" + found.group().toLowerCase(java.util.Locale.ROOT));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int piece = random.nextInt(5); piece > 0; piece--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static JsonNode value(Random random, int depth) {
    switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0:
        return JSON.nullNode();
      case 1:
        return JSON.booleanNode(random.nextBoolean());
      case 2:
        return JSON.numberNode(random.nextLong());
      case 3:
        return JSON.numberNode(new BigInteger(90, random));
      case 4:
        return JSON.numberNode(BigDecimal.valueOf(random.nextInt(), 1 + random.nextInt(3)));
      case 5:
        return JSON.textNode(text(random));
      case 6:
        ArrayNode list = JSON.arrayNode();
        for (int size = random.nextInt(4); size > 0; size--) {
          list.add(value(random, depth - 1));
        }
        return list;
      default:
        return object(random, depth - 1);
    }
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JSON.objectNode();
    for (int size = random.nextInt(4); size > 0; size--) {
      object.set(text(random), value(random, depth));
    }
    return object;
  }

  @Test
  void statesAreWrittenAsThePlatformWritesThem() throws JsonProcessingException {
    Random random = new Random(31);
    for (int round = 0; round < 5_000; round++) {
      ObjectNode state = object(random, 3);

      String written = StateJson.write(state);

      assertThat(written).isEqualTo(other(state));
      assertThat(StateJson.write(StateJson.parse(written))).isEqualTo(written);
      assertThat(SameJson.same(state, StateJson.parse(written))).isTrue();
    }
  }

  @Test
  void theOrderOfFieldsIsNoDifferenceAndAnyOtherChangeIs() {
    Random random = new Random(37);
    for (int round = 0; round < 1_000; round++) {
      ObjectNode state = object(random, 2);
      List<String> names = new ArrayList<>();
      state.fieldNames().forEachRemaining(names::add);
      Collections.shuffle(names, random);
      ObjectNode shuffled = JSON.objectNode();
      names.forEach(name -> shuffled.set(name, state.get(name)));

      assertThat(SameJson.same(state, shuffled)).isTrue();
      assertThat(SameJson.same(state, shuffled.deepCopy().put("one more", 1))).isFalse();
      if (!names.isEmpty()) {
        ObjectNode changed = shuffled.deepCopy();
        changed.putArray(names.get(0)).add("another value").add(round);
        assertThat(SameJson.same(state, changed)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "1, 1.0, false",
    "1.0, 1.00, true",
    "1e2, 100.0, true",
    "9007199254740993, 9007199254740992, false",
    "0.1, 0.10000000000000001, false",
    "true, 1, false",
    "null, 0, false"
  })
  void numbersAreComparedByTypeAndValue(String left, String right, boolean same) {
    assertThat(
            SameJson.same(
                StateJson.parse("{\"x\": " + left + "}"),
                StateJson.parse("{\"x\": " + right + "}")))
        .isEqualTo(same);
  }
}
