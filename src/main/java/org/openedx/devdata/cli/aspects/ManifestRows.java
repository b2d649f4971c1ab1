package org.openedx.devdata.cli.aspects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.generate.Manifest;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.service.aspects.ExpectedRows;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Shown;

/** Rows that loads have made, as their manifests say. Stateless. */
final class ManifestRows {

  private ManifestRows() {}

  /**
   * Reads manifests.
   *
   * @throws ConfigurationException when one is not there, or is none
   */
  static ExpectedRows read(Path folder, List<String> files) {
    Map<String, Long> rows = new LinkedHashMap<>();
    Set<String> courses = new HashSet<>();
    Set<String> dumpIds = new HashSet<>();
    boolean marked = true;
    for (String file : files) {
      JsonNode manifest = tree(folder, file);
      JsonNode tables = manifest.path("tables");
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
      manifest.path("courses").fieldNames().forEachRemaining(courses::add);
      String start = manifest.path(Manifest.DUMP_IDS).asText();
      marked = marked && !start.isEmpty();
      dumpIds.add(start);
    }
    return new ExpectedRows(rows, courses, marked ? dumpIds : Set.of());
  }

  private static JsonNode tree(Path folder, String file) {
    try {
      return new ObjectMapper().readTree(InputFile.bytes(folder.resolve(file)));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new ConfigurationException(
          "there is no file %s; check --manifest".formatted(Shown.quoted(file)));
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          "%s is no JSON: %s; give the manifest.json that load-db has written"
              .formatted(Shown.quoted(file), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot read %s: %s; check --manifest".formatted(Shown.quoted(file), IoReason.of(e)));
    }
  }
}
