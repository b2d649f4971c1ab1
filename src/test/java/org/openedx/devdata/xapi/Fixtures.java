package org.openedx.devdata.xapi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the expected statements of event-routing-backends; tests are skipped without them. */
final class Fixtures {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Fixtures() {}

  static JsonNode read(String name) throws IOException {
    Path file = folder().resolve(name + ".json");
    assumeTrue(Files.exists(file), "no fixture " + file);
    return JSON.readTree(Files.readAllBytes(file));
  }

  /** The names of all files; skips the test when there are none. */
  static List<String> names() throws IOException {
    assumeTrue(Files.isDirectory(folder()), "no fixtures " + folder());
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .toList();
    }
  }

  private static Path folder() {
    String named = System.getenv("DEVDATA_FIXTURES");
    Path root = named == null ? Path.of("..", "shared", "fixtures") : Path.of(named);
    return root.resolve("xapi_expected");
  }
}
