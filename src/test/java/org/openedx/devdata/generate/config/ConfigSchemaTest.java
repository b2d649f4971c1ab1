package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** The schema, the reader and the reference page of configurations agree. */
class ConfigSchemaTest {

  private static final Path PAGE = Path.of("docs/load-db-reference.md");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String GOOD = "backend: csv\n" + ConfigTexts.DIALECT_3 + ConfigTexts.OWN;

  /** A mix has numbers of batches. */
  private static final String OF_LIVES =
      GOOD.replaceAll("(?m)^(num_xapi_batches|statement_weights):.*(\\n  .*)*\\n", "")
          + "model: life\n";

  private static final ObjectNode DOCUMENT = new ConfigSchema(Backends.KEYS).write();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(DOCUMENT);

  private static boolean fitsTheSchema(String text) {
    Problems problems = new Problems();
    SpecNode root =
        new YamlReader(YamlLimits.DEFAULT, name -> null)
            .read("load.yaml", text.replace("${", "$${").getBytes(StandardCharsets.UTF_8), problems)
            .orElseThrow();
    return SCHEMA.validate(json(root)).isEmpty();
  }

  /** A tree with the types that YAML 1.2 sees. */
  private static JsonNode json(SpecNode node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node instanceof MapNode map) {
      ObjectNode object = factory.objectNode();
      for (int entry = 0; entry < map.size(); entry++) {
        object.set(map.key(entry), json(map.value(entry)));
      }
      return object;
    }
    if (node instanceof ListNode list) {
      return factory.arrayNode().addAll(list.items().stream().map(ConfigSchemaTest::json).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    if (scalar.isNull()) {
      return factory.nullNode();
    }
    if (scalar.text().matches("true|false")) {
      return factory.booleanNode(Boolean.parseBoolean(scalar.text()));
    }
    return scalar.text().matches("-?[0-9]{1,18}")
        ? factory.numberNode(Long.parseLong(scalar.text()))
        : factory.textNode(scalar.text());
  }

  private static List<String> problems(String text) {
    try {
      Backends.reader("load.yaml", name -> null, NOW)
          .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
      return List.of();
    } catch (SpecException e) {
      return e.problems().stream().map(Object::toString).toList();
    }
  }

  static Stream<String> examples() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("example_configs"))) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    try (var small = Generation.class.getResourceAsStream("default.yaml")) {
      texts.add(new String(small.readAllBytes(), StandardCharsets.UTF_8));
    }
    texts.add(GOOD);
    texts.add("s3_source_location: http://localhost:9000/aspects/xapi/\ndb_host: localhost\n");
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesAreValidForTheSchema(String text) {
    assertThat(fitsTheSchema(text)).isTrue();
  }

  @Test
  void theSchemaIsOne() {
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(DOCUMENT))
        .isEmpty();
  }

  /** Every key without its line, and with values of every type. */
  @Test
  void whatOneRefusesTheOtherRefusesToo() {
    List<String> differences = new ArrayList<>();
    for (Backend backend : Backends.ALL) {
      String good =
          (backend.needsLives() ? OF_LIVES : GOOD)
              .replaceFirst("backend: csv", "backend: " + backend.key());
      assertThat(problems(good)).isEmpty();
      for (String key : good.lines().filter(line -> line.matches("[a-z].*")).toList()) {
        compare(good.replace(key + "\n", "\n"), "without " + key, differences);
      }
    }
    for (ConfigKeys.Group group : Backends.KEYS.groups()) {
      for (Field field : group.fields()) {
        for (String value : values(field.type())) {
          String line = field.name() + ": " + value;
          String without = GOOD.replaceFirst("(?m)^" + field.name() + ":.*(\n  .*)*\n", "");
          compare(without + line + "\n", line, differences);
        }
        for (String alias : field.aliases()) {
          compare(GOOD + alias + ": 1\n" + field.name() + ": 1\n", alias + " twice", differences);
        }
      }
    }
    compare(GOOD + "no_such_key: 1\n", "an unknown key", differences);
    compare(GOOD + "x-free: {a: [1]}\n", "a free key", differences);
    assertThat(differences).isEmpty();
  }

  /** What the reader takes the schema takes; what is refused by its form both refuse. */
  private static void compare(String text, String what, List<String> differences) {
    List<String> problems = problems(text);
    boolean ofForm =
        problems.stream()
            .anyMatch(
                one ->
                    one.contains(" in load-db must ")
                        || one.contains("\" in course_size_makeup ")
                        || one.contains("is missing")
                        || one.contains("unknown key")
                        || one.contains("two spellings")
                        || one.contains("is not allowed"));
    if (problems.isEmpty() && !fitsTheSchema(text)) {
      differences.add("the reader takes, the schema refuses: " + what);
    }
    if (ofForm && fitsTheSchema(text)) {
      differences.add("the schema takes: " + what + ", of which the reader says " + problems);
    }
  }

  private static List<String> values(FieldType type) {
    List<String> values =
        new ArrayList<>(List.of("[]", "{}", "[1]", "{a: [1]}", "-1", "0", "x y", "", "true"));
    if (type instanceof FieldType.Whole whole) {
      values.add(Long.toString(whole.min()));
      values.add(Long.toString(whole.max()));
      values.add(whole.max() == Long.MAX_VALUE ? "1.5" : Long.toString(whole.max() + 1));
      if (whole.min() <= 1_000 && whole.max() >= 1_000) {
        values.add("1_000");
      }
    }
    if (type instanceof FieldType.Choice choice) {
      values.addAll(choice.values());
    }
    if (type instanceof FieldType.Text text) {
      values.add("x".repeat(text.maxLength() + 1));
    }
    return values;
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = new ConfigReference(Backends.KEYS).page();
    if (Boolean.getBoolean("devdata.accept")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("rewrite it with: mvn test -Dtest=ConfigSchemaTest -Ddevdata.accept=true")
        .hasContent(page);
  }
}
