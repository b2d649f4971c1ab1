package org.openedx.devdata.cli.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/** One line of {@code {"user": ..., "block": ..., "state": {...}}}. Stateless. */
final class StateLine {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String USER = "user";
  private static final String SCOPE = "scope";
  private static final String USER_STATE = "user_state";

  /** Keys of a line, and those that {@code state get} prints besides. */
  private static final List<String> KEYS =
      List.of(USER, "block", "course", "state", "updated", SCOPE);

  private StateLine() {}

  /**
   * The change that a line asks for.
   *
   * @throws UsageException saying which key is not as it should be
   * @throws org.openedx.devdata.service.lms.userstate.UserStateException.InvalidState when it is
   *     not JSON, or holds what cannot be stored
   */
  static StateChange change(String line) {
    ObjectNode object = StateJson.parse(line);
    checkKeys(object);
    String course = object.has("course") ? text(object, "course") : null;
    JsonNode state = object.get("state");
    if (!(state instanceof ObjectNode fields)) {
      throw new UsageException("\"state\" must be an object; give {} for a state without fields");
    }
    return new StateChange(
        text(object, USER), StateArguments.block(text(object, "block"), course), fields);
  }

  /** A key that is not heeded would mean something to the one who wrote it. */
  private static void checkKeys(ObjectNode object) {
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new UsageException(
                    "unknown key "
                        + Shown.quoted(key)
                        + DidYouMean.hint(key, KEYS, "; a line has user, block, course, state"));
              }
            });
    if (object.has(SCOPE) && !text(object, SCOPE).equals(USER_STATE)) {
      throw new UsageException(
          "\"scope\" must be %s, not %s; other scopes are not written here"
              .formatted(USER_STATE, Shown.quoted(text(object, SCOPE))));
    }
  }

  private static String text(ObjectNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || !value.isTextual()) {
      throw new UsageException("\"" + name + "\" must be given as a text");
    }
    return value.textValue();
  }

  /** The user of a line that {@link #change} has found to be right. */
  static String user(String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(USER);
        parser.nextToken();
        if (found) {
          return parser.getText();
        }
        parser.skipChildren();
      }
      throw new IllegalStateException("a line that was checked has no user");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
