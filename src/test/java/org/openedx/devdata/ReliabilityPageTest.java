package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault of {@code docs/reliability.md} has the test that the page names for it. */
class ReliabilityPageTest {

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** What may stand beside the names: how to run them. */
  private static final Set<String> COMMANDS = Set.of("make interop", "make bench", "ALL=1");

  @Test
  void theTestsThatThePageNamesExist() throws IOException {
    Map<String, String> tests = sources();
    List<String> missing = new ArrayList<>();
    for (String row : rows()) {
      String[] cells = row.split("(?<!\\\\)\\|");
      assertThat(cells).as(row).hasSize(5);
      List<String> names = NAME.matcher(cells[4]).results().map(found -> found.group(1)).toList();
      assertThat(names).as("a test in the last column of " + row).isNotEmpty();
      String file = "";
      for (String name : names) {
        String[] parts = name.split("\\.", 2);
        if (tests.containsKey(parts[0])) {
          file = tests.get(parts[0]);
        }
        if (!exists(name, parts, file, tests)) {
          missing.add(name + " of " + row);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A class, a method with or without its class, a part of interop, or a command. */
  private static boolean exists(
      String name, String[] parts, String file, Map<String, String> tests) {
    if (COMMANDS.contains(name) || Files.exists(Path.of("scripts/interop.d", name))) {
      return true;
    }
    if (tests.containsKey(parts[0])) {
      return parts.length == 1 || hasMethod(file, parts[1]);
    }
    return parts.length == 1 && hasMethod(file, name);
  }

  private static boolean hasMethod(String source, String method) {
    return source.matches("(?s).*\\bvoid " + Pattern.quote(method) + "\\(.*");
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/reliability.md")).stream()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.endsWith("| seen in |"))
        .toList();
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    return sources;
  }
}
