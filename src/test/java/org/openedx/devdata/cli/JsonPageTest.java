package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.failure.ErrorResult;
import org.openedx.devdata.cli.report.json.Member;
import org.openedx.devdata.cli.report.json.Prints;
import picocli.CommandLine;

/** The page about JSON output says what commands print: it is made from the records they print. */
class JsonPageTest {

  private static final Path PAGE = Path.of("docs/json.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The documents that real runs have left, by the command, or its result where it has several. */
  private static final Map<String, String> EXAMPLES =
      new TreeMap<>(
          Map.of(
              "EstimateResult", "load-db-dry-run",
              "RetryResult", "load-db-retry",
              "RunResult", "plan",
              "StoredResult", "load-db-from-s3"));

  private static final String INTRODUCTION =
      """
      # JSON output

      <!-- Generated from the results' records; do not edit. -->

      With `--format json` a command writes one JSON document to standard output, in UTF-8, and nothing else
      there. Progress and messages for people go to standard error all the same. Members may be added in later
      versions; those described here stay. A member that *may be absent* is left out when it has no value; others are
      null then. The commands are described in [commands.md](commands.md), the manifest of generated data in
      [load-db.md](load-db.md). The document of a large spec is large: a line of about 150 bytes for each row; devdata's
      memory does not grow with it.

      Examples are of real runs; of each list and of objects by name they show the first two.

      ## Failures

      A command that fails before it has results writes
      """;

  private final List<CommandLine> commands =
      CommandsPageTest.all(DevdataCommand.commandLine(new CommandLab(Path.of("")).session()));

  private static String example(Class<?> result, List<CommandLine> commands) {
    return EXAMPLES.getOrDefault(
        result.getSimpleName(), JsonPage.name(commands.get(0)).replace(' ', '-'));
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    Set<Class<?>> described = new HashSet<>();
    page.append(JsonPage.members(ErrorResult.class, described)).append(JsonPage.errorCodes());
    page.append(block(document("error"), ErrorResult.class));
    for (Map.Entry<Class<?>, List<CommandLine>> result : JsonPage.results(commands).entrySet()) {
      Class<?> type = result.getKey();
      List<CommandLine> printing = result.getValue();
      page.append("\n## ").append(JsonPage.heading(type, printing)).append("\n\n");
      page.append(links(printing)).append('\n');
      if (JsonPage.prints(printing.get(0)).list()) {
        page.append("\nA list of objects; without `--format json`, a line for each.\n");
      }
      page.append(JsonPage.members(type, described));
      page.append(block(document(example(type, printing)), type));
    }
    if (Boolean.getBoolean("devdata.accept")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("rewrite it with: mvn test -Dtest=JsonPageTest -Ddevdata.accept=true")
        .hasContent(page.toString());
  }

  private static String links(List<CommandLine> printing) {
    return printing.stream()
        .map(
            command ->
                "[`%s`](commands.md#devdata-%s)"
                    .formatted(JsonPage.name(command), JsonPage.name(command).replace(' ', '-')))
        .collect(Collectors.joining(", ", "Printed by ", "."));
  }

  private static JsonNode document(String name) throws IOException {
    return JSON.readTree(JsonOutput.file(name).toFile());
  }

  private static String block(JsonNode document, Class<?> result) throws IOException {
    return "\n```json\n%s\n```\n".formatted(JsonExample.of(document, result));
  }

  @Test
  void everyCommandSaysWhatItPrints() {
    assertThat(commands.stream().filter(command -> command.getSubcommands().isEmpty()))
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(JsonPage.prints(command))
                    .as("%s has no @%s", JsonPage.name(command), Prints.class.getSimpleName())
                    .isNotNull());
  }

  /** What real runs have printed has the members that the page describes, and no others. */
  @Test
  void documentsOfRealRunsAreAsDescribed() throws IOException {
    Map<Class<?>, List<CommandLine>> results = JsonPage.results(commands);
    Set<String> described = new HashSet<>();
    try (Stream<Path> files = Files.list(JsonOutput.file("plan").getParent())) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        Class<?> result = of(name, results);
        JsonNode document = JSON.readTree(file.toFile());
        (document.isArray() ? document : List.of(document))
            .forEach(node -> assertAsDescribed(name, node, result));
        described.add(result.getSimpleName());
      }
    }
    assertThat(described)
        .containsAll(results.keySet().stream().map(Class::getSimpleName).toList())
        .contains("ErrorResult");
  }

  private static Class<?> of(String name, Map<Class<?>, List<CommandLine>> results) {
    if (name.startsWith("error")) {
      return ErrorResult.class;
    }
    for (Class<?> type : results.keySet()) {
      if (name.equals(EXAMPLES.get(type.getSimpleName()))) {
        return type;
      }
    }
    Class<?> longest = null;
    int length = 0;
    for (Map.Entry<Class<?>, List<CommandLine>> result : results.entrySet()) {
      for (CommandLine command : result.getValue()) {
        String words = JsonPage.name(command).replace(' ', '-');
        if (name.startsWith(words) && words.length() > length) {
          longest = result.getKey();
          length = words.length();
        }
      }
    }
    return name.equals("load-db-only")
        ? results.keySet().stream()
            .filter(type -> type.getSimpleName().equals("StoredResult"))
            .findFirst()
            .orElseThrow()
        : longest;
  }

  private static void assertAsDescribed(String place, JsonNode node, Class<?> result) {
    Set<String> known = new HashSet<>();
    for (Member member : Member.of(result)) {
      known.add(member.name());
      JsonNode value = node.get(member.name());
      if (!member.leftOut()) {
        assertThat(value).as("%s.%s", place, member.name()).isNotNull();
      }
      JsonPage.held(member.type())
          .filter(type -> value != null && !value.isNull())
          .ifPresent(
              type -> {
                boolean one =
                    member.type() instanceof Class<?> || !value.isArray() && !isMap(member);
                for (JsonNode inner : one ? List.of(value) : value) {
                  assertAsDescribed(place + "." + member.name(), inner, type);
                }
              });
    }
    node.fieldNames().forEachRemaining(name -> assertThat(known).as(place).contains(name));
  }

  private static boolean isMap(Member member) {
    return member.type().getTypeName().startsWith("java.util.Map");
  }
}
