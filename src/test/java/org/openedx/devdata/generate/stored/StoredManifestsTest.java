package org.openedx.devdata.generate.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;

/** Manifests of generated sets of slices, and files that are compared with what they name. */
class StoredManifestsTest {

  @TempDir Path folder;

  private void manifest(Slice slice, String run, long rows, String files) throws IOException {
    Files.writeString(
        folder.resolve("manifest" + slice.mark() + ".json"),
        "{\"run\": \"%s\", \"seed\": 7, \"tables\": {\"xapi_events_all\": {\"rows\": %d}}%s}"
            .formatted(run, rows, files));
  }

  private StoredManifests read(Slice asked) throws IOException {
    FolderStore store = new FolderStore(folder);
    return StoredManifests.of(store, store.names(), asked);
  }

  @Test
  void rowsOfAllSlicesAddUpAndEachMissingOneIsNamed() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      int parts = 2 + random.nextInt(5);
      List<String> missing = new ArrayList<>();
      long rows = 0;
      for (int part = 1; part <= parts; part++) {
        Slice slice = new Slice(part, parts);
        if (random.nextInt(5) == 0) {
          missing.add(slice.toString());
        } else {
          rows += part * 10L;
          manifest(slice, "r", part * 10L, "");
        }
      }
      if (missing.isEmpty()) {
        assertThat(read(Slice.WHOLE).rows()).isEqualTo(Map.of(DumpTable.XAPI, rows));
      } else if (missing.size() < parts) {
        assertThatThrownBy(() -> read(Slice.WHOLE))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(
                " lacks slice%s %s; make what is missing"
                    .formatted(missing.size() == 1 ? "" : "s", String.join(", ", missing)));
      }
      for (int part = 1; part <= parts; part++) {
        Files.deleteIfExists(folder.resolve("manifest" + new Slice(part, parts).mark() + ".json"));
      }
    }
  }

  @Test
  void slicesOfTwoRunsAreRefusedUnlessOneIsAskedFor() throws IOException {
    manifest(new Slice(1, 2), "one", 5, "");
    manifest(new Slice(2, 2), "other", 6, "");

    assertThatThrownBy(() -> read(Slice.WHOLE))
        .hasMessageContaining("slices that are no parts of one whole: 1/2 is of seed 7");
    assertThat(read(new Slice(2, 2)).rows()).containsEntry(DumpTable.XAPI, 6L);
  }

  @Test
  void everyDifferenceBetweenFilesAndManifestIsNamed() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      Map<String, Long> named = new TreeMap<>();
      Map<String, Long> there = new TreeMap<>();
      List<String> faults = new ArrayList<>();
      for (char name = 'a'; name < 'h'; name++) {
        String file = name + ".csv";
        switch (random.nextInt(6)) {
          case 0 -> named.put(file, 5L);
          case 1 -> there.put(file, 5L);
          case 2 -> {
            named.put(file, 5L);
            there.put(file, 6L);
          }
          default -> {
            named.put(file, 7L);
            there.put(file, 7L);
          }
        }
      }
      there.keySet().stream()
          .filter(file -> !named.containsKey(file))
          .forEach(file -> faults.add(file + " is in no manifest"));
      named.forEach(
          (file, size) -> {
            if (!there.containsKey(file)) {
              faults.add(file + " is missing");
            } else if (!there.get(file).equals(size)) {
              faults.add(file + " has 6 bytes and not 5");
            }
          });
      StringBuilder files = new StringBuilder();
      named.forEach(
          (file, size) ->
              files.append(files.isEmpty() ? "" : ", ").append("\"%s\": %d".formatted(file, size)));
      manifest(Slice.WHOLE, "r", 1, ", \"files\": {" + files + "}");
      StoredManifests manifests = read(Slice.WHOLE);

      if (faults.isEmpty()) {
        manifests.checkFiles(there);
      } else {
        assertThatThrownBy(() -> manifests.checkFiles(there))
            .hasMessageContaining(
                "does not hold what its manifests say: %s; remove"
                    .formatted(String.join(", ", faults)));
      }
    }
  }
}
