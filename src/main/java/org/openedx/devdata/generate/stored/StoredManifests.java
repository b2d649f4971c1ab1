package org.openedx.devdata.generate.stored;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.generate.Manifest;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.file.ReadableStore;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Descriptions by runs of the files that they have written: manifests beside them, of a whole or of
 * all its slices; none where the files come from elsewhere. Immutable.
 *
 * @param place where that is, for people
 * @param manifests what they hold, by slice
 */
public record StoredManifests(String place, Map<Slice, JsonNode> manifests) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_LISTED = 10;

  /**
   * Reads the manifest of a slice; those of all slices when it is the whole.
   *
   * @param names all files of the store
   * @throws IOException also when a run has not ended, or slices are not all of one whole
   */
  public static StoredManifests of(ReadableStore store, List<String> names, Slice asked)
      throws IOException {
    SortedMap<Slice, JsonNode> manifests = new TreeMap<>(Slice.ORDER);
    for (String name : names) {
      if (RunFolder.checkpointOf(name).filter(asked::includes).isPresent()) {
        throw new IOException(
            "%s has %s: the run that writes these files has not ended; resume it with --resume"
                .formatted(store.description(), name));
      }
      Optional<Slice> slice = RunFolder.manifestOf(name).filter(asked::includes);
      if (slice.isPresent()) {
        manifests.put(slice.get(), manifest(store, name));
      }
    }
    StoredManifests found = new StoredManifests(store.description(), manifests);
    found.checkRuns();
    if (asked.equals(Slice.WHOLE)) {
      found.checkSlices();
    }
    return found;
  }

  private static JsonNode manifest(ReadableStore store, String name) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(store.read(name).orElseThrow(() -> new IOException(name + " is gone")));
    } catch (JacksonException e) {
      json = JSON.missingNode();
    }
    if (!json.path(Manifest.RUN).isTextual() || !json.path("tables").isObject()) {
      throw new IOException(
          "%s has %s, which is no manifest: it is not as a run has left it; write the files again, or move it away"
              .formatted(store.description(), name));
    }
    return json;
  }

  private void checkRuns() throws IOException {
    Map<String, Slice> sliceOfRun = new TreeMap<>();
    manifests.forEach(
        (slice, made) -> sliceOfRun.putIfAbsent(made.path(Manifest.RUN).asText(), slice));
    if (sliceOfRun.size() > 1) {
      List<Slice> differing = sliceOfRun.values().stream().sorted(Slice.ORDER).toList();
      throw new IOException(
          "%s has slices that are no parts of one whole: %s, but %s; make them with one configuration and one --now"
              .formatted(place, described(differing.get(0)), described(differing.get(1))));
    }
  }

  private String described(Slice slice) {
    JsonNode made = manifests.get(slice);
    return "%s is of seed %s, %s to %s"
        .formatted(
            slice,
            made.path("seed").asText(),
            made.path("start_date").asText("?"),
            made.path("end_date").asText("?"));
  }

  private void checkSlices() throws IOException {
    List<Integer> cuts = manifests.keySet().stream().map(Slice::parts).distinct().toList();
    if (cuts.size() > 1) {
      throw new IOException(
          "%s has manifests of runs that were cut in different ways; remove those that are not meant, or give slice"
              .formatted(place));
    }
    int parts = cuts.isEmpty() ? 0 : cuts.get(0);
    List<Slice> missing =
        IntStream.rangeClosed(1, parts)
            .mapToObj(part -> new Slice(part, parts))
            .filter(slice -> !manifests.containsKey(slice))
            .toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "%s lacks %s %s%s; make what is missing, or load what is there with --slice, one by one"
              .formatted(
                  place,
                  missing.size() == 1 ? "slice" : "slices",
                  missing.stream()
                      .limit(MAX_LISTED)
                      .map(Slice::toString)
                      .collect(Collectors.joining(", ")),
                  missing.size() > MAX_LISTED ? " and more" : ""));
    }
  }

  /**
   * Looks whether files are those that the manifests name; no manifest of an older version does.
   *
   * @param sizes of the files that are there and would be loaded, by name
   * @throws IOException naming files that no manifest names, that are missing, or of another size
   */
  void checkFiles(Map<String, Long> sizes) throws IOException {
    if (manifests.isEmpty()
        || manifests.values().stream().anyMatch(made -> !made.path(Manifest.FILES).isObject())) {
      return;
    }
    SortedMap<String, Long> named = new TreeMap<>();
    for (JsonNode made : manifests.values()) {
      made.get(Manifest.FILES)
          .properties()
          .forEach(file -> named.put(file.getKey(), file.getValue().asLong()));
    }
    List<String> faults = new ArrayList<>();
    sizes.keySet().stream()
        .filter(name -> !named.containsKey(name))
        .sorted()
        .forEach(name -> faults.add("%s is in no manifest".formatted(name)));
    named.forEach(
        (name, size) -> {
          if (!sizes.containsKey(name)) {
            faults.add("%s is missing".formatted(name));
          } else if (!sizes.get(name).equals(size)) {
            faults.add("%s has %,d bytes and not %,d".formatted(name, sizes.get(name), size));
          }
        });
    if (!faults.isEmpty()) {
      throw new IOException(
          "%s does not hold what its manifests say: %s%s; remove what is of another run, or write the files again"
              .formatted(
                  place,
                  faults.stream().limit(MAX_LISTED).collect(Collectors.joining(", ")),
                  faults.size() > MAX_LISTED
                      ? " and %,d more".formatted(faults.size() - MAX_LISTED)
                      : ""));
    }
  }

  /** Rows by table, for tables that they count. */
  Map<DumpTable, Long> rows() {
    Map<DumpTable, Long> rows = new EnumMap<>(DumpTable.class);
    for (JsonNode made : manifests.values()) {
      for (DumpTable table : DumpTable.values()) {
        JsonNode count = made.at("/tables/" + table.tableName() + "/rows");
        if (count.isNumber()) {
          rows.merge(table, count.longValue(), Long::sum);
        }
      }
    }
    return rows;
  }
}
