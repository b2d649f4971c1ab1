package org.openedx.devdata.service.lms.userstate.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.service.lms.userstate.UserStateException;

/**
 * State as JSON: reads it without losing anything of its numbers, writes it in the platform's
 * style. Stateless; safe to share.
 */
public final class StateJson {

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNumberLength(100_000).maxStringLength(100_000_000).build();

  /** For what people give: nothing beyond the standard, and no field twice. */
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** For what is stored: the platform's writer puts NaN and the infinities into JSON. */
  private static final JsonFactory LENIENT =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final String MORE = "there is more after its end";
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field ('.*')");

  private StateJson() {}

  /**
   * Reads a state that a person gives.
   *
   * @throws UserStateException.InvalidState saying what is wrong and where
   */
  public static ObjectNode parse(String text) {
    JsonNode value;
    try {
      value = read(STRICT, text);
    } catch (JsonProcessingException e) {
      throw new UserStateException.InvalidState("the state is not JSON: " + reason(e));
    }
    if (!(value instanceof ObjectNode object)) {
      throw new UserStateException.InvalidState(
          "a state must be a JSON object, as {\"field\": value}, not " + noun(value));
    }
    StateCheck.check(object);
    return object;
  }

  /**
   * Reads a stored state.
   *
   * @param where whose state it is, for messages
   * @throws UserStateException.CorruptState when it is not a JSON object
   */
  public static ObjectNode parseStored(String text, Object where) {
    JsonNode value;
    try {
      value = read(LENIENT, text);
    } catch (JsonProcessingException e) {
      throw new UserStateException.CorruptState(
          "the stored state of " + where + " is not JSON: " + reason(e));
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new UserStateException.CorruptState(
        "the stored state of " + where + " is not a JSON object but " + noun(value));
  }

  /**
   * Returns whether the stored text says that there is no state: NULL, or an object without fields.
   */
  public static boolean isEmpty(String stored) {
    return stored == null || stored.equals("{}");
  }

  private static JsonNode read(JsonFactory factory, String text) throws JsonProcessingException {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        return null;
      }
      JsonNode value = StateReader.value(parser);
      JsonToken more = parser.nextToken();
      if (more != null) {
        throw new com.fasterxml.jackson.core.JsonParseException(parser, MORE);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says in words what is wrong, and where. */
  private static String reason(JsonProcessingException failure) {
    JsonLocation at = failure.getLocation();
    String place =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    String said = failure.getOriginalMessage();
    if (failure instanceof StreamConstraintsException) {
      return said.startsWith("Document nesting")
          ? "it is nested more than %d deep".formatted(LIMITS.getMaxNestingDepth()) + place
          : "a number or text in it is too long" + place;
    }
    if (failure instanceof JsonEOFException) {
      return "it ends too early" + place;
    }
    Matcher twice = DUPLICATE.matcher(said);
    if (twice.lookingAt()) {
      return "field " + twice.group(1) + " stands in it twice" + place;
    }
    return (said.equals(MORE) ? MORE : "something is wrong") + place;
  }

  private static String noun(JsonNode value) {
    if (value == null) {
      return "nothing";
    }
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a truth value";
      default -> "null";
    };
  }

  /** The text as the platform writes it. */
  public static String write(JsonNode value) {
    StringBuilder out = new StringBuilder();
    StateText.write(value, out);
    return out.toString();
  }
}
