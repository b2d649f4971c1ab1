package org.openedx.devdata.service.lms.userstate.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.openedx.devdata.service.lms.userstate.UserStateException;

/** Checks of states before they are stored. Stateless. */
public final class StateCheck {

  private StateCheck() {}

  /**
   * Makes sure that a state can be stored and read by the platform.
   *
   * @throws UserStateException.InvalidState naming the field that cannot
   */
  public static void check(ObjectNode state) {
    check(state, "");
  }

  private static void check(JsonNode value, String path) {
    switch (value.getNodeType()) {
      case OBJECT -> {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
          String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
          checkText(field.getKey(), "the name of a field in the state");
          check(field.getValue(), inner);
        }
      }
      case ARRAY -> {
        for (int i = 0; i < value.size(); i++) {
          check(value.get(i), path + "[" + i + "]");
        }
      }
      case STRING -> checkText(value.textValue(), "field '" + path + "' of the state");
      case NUMBER -> {
        // The platform reads numbers with a fraction or an exponent as doubles.
        if (!value.isIntegralNumber() && !Double.isFinite(value.doubleValue())) {
          throw new UserStateException.InvalidState(
              "field '%s' of the state is %s, which the platform cannot hold; give a finite number of at most 1.7E308"
                  .formatted(path, value.asText()));
        }
      }
      case BOOLEAN, NULL -> {}
      default ->
          throw new UserStateException.InvalidState(
              "field '" + path + "' of the state is not a JSON value but " + value.getNodeType());
    }
  }

  private static void checkText(String text, String where) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        throw new UserStateException.InvalidState(
            "%s holds \\u%04x, half of a character that lacks its other half; correct the text"
                .formatted(where, (int) unit));
      }
    }
  }
}
