package org.openedx.devdata.testing.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What Ralph demands of a statement, and the list of errors that it answers with. Actors are
 * checked as all kinds of actors, like there; a statement passes when it is one of them.
 *
 * @param urlsOnly whether verbs and objects must have a scheme and {@code ://}, as in Ralph 4.1
 */
record StatementRules(boolean urlsOnly) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> IDENTIFIERS =
      Set.of("mbox", "mbox_sha1sum", "openid", "account");

  /** The errors of a body; empty when it may be stored. */
  ArrayNode errors(JsonNode body) {
    ArrayNode errors = JSON.createArrayNode();
    if (body.isArray()) {
      for (int index = 0; index < body.size(); index++) {
        check(body.get(index), List.of("body", "list[LaxStatement]", index), errors);
      }
    } else {
      check(body, List.of("body", "LaxStatement"), errors);
    }
    return errors;
  }

  private void check(JsonNode statement, List<Object> at, ArrayNode errors) {
    if (!statement.isObject()) {
      add(errors, "model_attributes_type", at, "Input should be a valid dictionary", statement);
      return;
    }
    if (statement.has("id") && !isUuid(statement.get("id"))) {
      add(errors, "uuid_parsing", with(at, "id"), "Input should be a valid UUID", statement);
    }
    checkActor(statement.path("actor"), with(at, "actor"), errors);
    checkId(statement.path("verb"), with(at, "verb"), errors);
    checkId(statement.path("object"), with(at, "object"), errors);
  }

  private void checkId(JsonNode node, List<Object> at, ArrayNode errors) {
    if (!node.isObject()) {
      add(errors, "missing", at, "Field required", node);
    } else if (!node.path("id").isTextual() && !node.path("id").isNumber()) {
      add(errors, "missing", with(at, "id"), "Field required", node);
    } else if (urlsOnly && !node.path("id").asText().matches("[A-Za-z][A-Za-z0-9+.-]*://.+")) {
      add(errors, "value_error.url.scheme", with(at, "id"), "invalid or missing URL scheme", node);
    }
  }

  private static void checkActor(JsonNode actor, List<Object> at, ArrayNode errors) {
    if (!actor.isObject()) {
      add(errors, "missing", at, "Field required", actor);
      return;
    }
    List<String> found = new ArrayList<>();
    for (Iterator<String> names = actor.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (IDENTIFIERS.contains(name)) {
        found.add(name);
      } else if (!name.equals("objectType") && !name.equals("name")) {
        add(errors, "extra_forbidden", with(at, name), "Extra inputs are not permitted", actor);
      }
    }
    String type = actor.path("objectType").asText("Agent");
    if (!type.equals("Agent") && !type.equals("Group")) {
      add(errors, "literal_error", with(at, "objectType"), "Input should be 'Agent'", actor);
    }
    if (found.size() != 1) {
      add(errors, "missing", with(at, "BaseXapiAgentWithMbox", "mbox"), "Field required", actor);
    } else if (found.get(0).equals("account")) {
      checkAccount(actor.get("account"), with(at, "BaseXapiAgentWithAccount", "account"), errors);
    } else if (found.get(0).equals("mbox")
        && !actor.get("mbox").asText().matches("mailto:[^@ ]+@[^@ ]+\\.[^@ ]+")) {
      add(errors, "value_error", with(at, "mbox"), "Invalid `mailto:email` format", actor);
    } else if (found.get(0).equals("mbox_sha1sum")
        && !actor.get("mbox_sha1sum").asText().matches("[0-9a-f]{40}")) {
      add(errors, "string_pattern_mismatch", with(at, "mbox_sha1sum"), "wrong pattern", actor);
    }
  }

  private static void checkAccount(JsonNode account, List<Object> at, ArrayNode errors) {
    String home = account.path("homePage").asText();
    if (!home.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+")) {
      String message = "Value error, '%s' is not a valid 'IRI'.".formatted(home);
      add(errors, "value_error", with(at, "homePage"), message, account);
    }
    if (account.path("name").asText().isEmpty()) {
      String message = "String should have at least 1 character";
      add(errors, "string_too_short", with(at, "name"), message, account);
    }
  }

  private static boolean isUuid(JsonNode id) {
    try {
      return id.isTextual() && UUID.fromString(id.asText()).toString().equals(id.asText());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<Object> with(List<Object> place, String... more) {
    List<Object> longer = new ArrayList<>(place);
    longer.addAll(List.of(more));
    return longer;
  }

  private static void add(
      ArrayNode errors, String type, List<Object> place, String message, JsonNode input) {
    ObjectNode error = errors.addObject().put("type", type);
    error.set("loc", JSON.valueToTree(place));
    error.put("msg", message).set("input", input);
  }
}
