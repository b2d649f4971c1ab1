package org.openedx.devdata.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.testing.SharedFixtures;

/** Finds the expected statements of event-routing-backends. */
final class Fixtures {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Fixtures() {}

  static JsonNode read(String name) throws IOException {
    return JSON.readTree(Files.readAllBytes(folder().resolve(name + ".json")));
  }

  /** The names of all files. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .toList();
    }
  }

  private static Path folder() {
    return SharedFixtures.required("xapi_expected");
  }
}
