package org.openedx.devdata.cli.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.json.StateJson;

/** One line of {@code {"user": ..., "block": ..., "state": {...}}}. Stateless. */
final class StateLine {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String USER = "user";

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
    String course = object.has("course") ? text(object, "course") : null;
    JsonNode state = object.get("state");
    if (!(state instanceof ObjectNode fields)) {
      throw new UsageException("\"state\" must be an object; give {} for a state without fields");
    }
    return new StateChange(
        text(object, USER), StateArguments.block(text(object, "block"), course), fields);
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
