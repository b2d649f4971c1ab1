package org.openedx.devdata.sink.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.bytes.OutputBytes;

/** Files that grow, and are resumed where a run was interrupted. */
class FolderStoreTest {

  @TempDir Path folder;

  private static OutputBytes bytes(String text) {
    OutputBytes bytes = new OutputBytes(16);
    bytes.put(text.getBytes(StandardCharsets.UTF_8));
    return bytes;
  }

  private FolderStore store() {
    return new FolderStore(folder.resolve("new/deep"));
  }

  @Test
  void resumesAtThePositionThatArrived() throws Exception {
    FolderStore store = store();
    AtomicInteger arrived = new AtomicInteger();
    try (GrowingFile file = store.open("rows.csv", 0)) {
      file.append(bytes("one,"), arrived::incrementAndGet);
      file.append(bytes("never acknowledged"), arrived::incrementAndGet);
    }
    try (GrowingFile file = store.open("rows.csv", 4)) {
      file.append(bytes("two"), arrived::incrementAndGet);
      file.complete();
    }

    assertThat(store.read("rows.csv").orElseThrow()).asString().isEqualTo("one,two");
    assertThat(arrived).hasValue(3);
  }

  @Test
  void beginsAgainAtPositionZero() throws Exception {
    FolderStore store = store();
    store.put("rows.csv", "of an older run".getBytes(StandardCharsets.UTF_8));
    store.open("rows.csv", 0).close();

    assertThat(store.sizes()).isEqualTo(Map.of("rows.csv", 0L));
  }

  @Test
  void refusesToResumeWhatIsNotThere() throws Exception {
    FolderStore store = store();
    store.put("short.csv", new byte[3]);

    for (String name : new String[] {"short.csv", "missing.csv"}) {
      assertThatThrownBy(() -> store.open(name, 4))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("run without --resume");
    }
    assertThat(store.sizes()).isEqualTo(Map.of("short.csv", 3L));
  }

  @Test
  void aRecordedStoreKnowsTheFilesOfItsRunOnly() throws Exception {
    FolderStore store = store();
    store.put("older.csv", new byte[9]);
    RecordedStore recorded = new RecordedStore(store);
    try (GrowingFile file = recorded.open("mine.csv", 0)) {
      file.append(bytes("12345"), () -> {});
    }

    assertThat(recorded.sizes()).isEqualTo(Map.of("mine.csv", 5L));
    assertThat(recorded.readable().orElseThrow().sizes()).hasSize(2);
  }

  @Test
  void whatIsNoFolderIsNamed() throws Exception {
    Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new FolderStore(folder.resolve("file")).put("a.json", new byte[1]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("file").toString());
  }
}
