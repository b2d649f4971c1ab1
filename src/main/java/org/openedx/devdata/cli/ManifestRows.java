package org.openedx.devdata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.spec.Shown;

/**
 * How many rows loads have made, by table.
 *
 * @param rows as their manifests say, added up
 */
record ManifestRows(Map<String, Long> rows) {

  /**
   * Reads manifests.
   *
   * @throws ConfigurationException when one is not there, or is none
   */
  static ManifestRows read(Path folder, List<String> files) {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String file : files) {
      JsonNode tables = tree(folder, file).path("tables");
      if (!tables.isObject()) {
        throw new ConfigurationException(
            "%s is no manifest of a load; give the manifest.json that load-db has written"
                .formatted(Shown.quoted(file)));
      }
      tables
          .properties()
          .forEach(
              table ->
                  rows.merge(table.getKey(), table.getValue().path("rows").asLong(), Long::sum));
    }
    return new ManifestRows(rows);
  }

  private static JsonNode tree(Path folder, String file) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(file)));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new ConfigurationException(
          "there is no file %s; check --manifest".formatted(Shown.quoted(file)));
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          "%s is no JSON: %s; give the manifest.json that load-db has written"
              .formatted(Shown.quoted(file), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot read %s: %s; check --manifest".formatted(Shown.quoted(file), e.getMessage()));
    }
  }
}
