package org.openedx.devdata.generate.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.generate.config.journeys.JourneysKeys;
import org.openedx.devdata.spec.describe.SchemaWriter;
import org.openedx.devdata.xapi.keys.LifeKeys;

/**
 * The JSON Schema of configurations: their keys, and which are needed by what. Says less than the
 * reader, as those of specs do. Immutable.
 *
 * @param keys what a configuration may say
 */
public record ConfigSchema(ConfigKeys keys) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The schema, always with the same bytes. */
  public ObjectNode write() {
    ObjectNode schema = new SchemaWriter().service(keys.descriptor());
    schema.put("title", "Configuration of load-db");
    ArrayNode rules = schema.withArray("allOf");
    ObjectNode made = JSON.objectNode();
    made.set("if", anyOf(ConfigKeys.NEEDED));
    ArrayNode needed = made.putObject("then").putArray("allOf");
    needed.add(anyOf(List.of("backend")));
    ConfigKeys.NEEDED.stream()
        .filter(key -> !ConfigKeys.NEEDED_BY_MIX.contains(key))
        .forEach(key -> needed.add(anyOf(List.of(key))));
    needed.add(mix());
    List<String> places = new ArrayList<>(GenerationConfigReader.PLACES);
    places.add(JourneysKeys.SECTION);
    made.set("else", anyOf(places));
    rules.add(made);
    for (Backend backend : keys.backends()) {
      for (NeededKey key : backend.needs()) {
        ObjectNode rule = JSON.objectNode();
        ArrayNode chosen = rule.putObject("if").putArray("allOf");
        chosen.add(anyOf(ConfigKeys.NEEDED));
        chosen.add(named(backend));
        rule.set("then", anyOf(key.anyOf()));
        rules.add(rule);
      }
      if (backend.needsLives()) {
        ObjectNode rule = JSON.objectNode();
        rule.set("if", named(backend));
        rule.set("then", lives());
        rules.add(rule);
      }
    }
    return schema;
  }

  /** That keys which only a mix needs are there, unless lives are chosen. */
  private static ObjectNode mix() {
    ObjectNode rule = JSON.objectNode();
    rule.set("if", lives());
    ArrayNode needed = rule.putObject("else").putArray("allOf");
    ConfigKeys.NEEDED_BY_MIX.forEach(key -> needed.add(anyOf(List.of(key))));
    return rule;
  }

  /** That lives are chosen. */
  private static ObjectNode lives() {
    ObjectNode lives = JSON.objectNode();
    lives.putObject("properties").putObject(LifeKeys.MODEL).put("const", LifeKeys.LIFE);
    lives.putArray("required").add(LifeKeys.MODEL);
    return lives;
  }

  private static ObjectNode named(Backend backend) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode names = schema.putObject("properties").putObject("backend").putArray("enum");
    backend.names().forEach(names::add);
    schema.putArray("required").add("backend");
    return schema;
  }

  /** That one of some keys is there, by whichever name. */
  private static ObjectNode anyOf(List<String> names) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode any = schema.putArray("anyOf");
    names.stream()
        .flatMap(
            name ->
                Stream.concat(
                    Stream.of(name),
                    Dialects.ALIASES.stream()
                        .filter(alias -> alias.name().equals(name))
                        .map(Dialects.Alias::other)))
        .forEach(name -> any.add(JSON.objectNode().set("required", JSON.arrayNode().add(name))));
    return schema;
  }
}
