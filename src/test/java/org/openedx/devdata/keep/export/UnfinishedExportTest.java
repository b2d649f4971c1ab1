package org.openedx.devdata.keep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports over earlier ones that end at any step: a folder never lists files of two of them. */
class UnfinishedExportTest {

  private static final List<String> OLD =
      List.of("lms.yaml", "lms-2.yaml", "lms-3.yaml", "ecommerce.yaml");
  private static final List<String> NEW = List.of("lms.yaml", "ecommerce.yaml");

  @TempDir private Path temporary;
  private Path site;

  @BeforeEach
  void before() throws IOException {
    site = temporary.resolve("site");
    export("old", OLD, OLD.size());
  }

  private static List<ExportResult> results(List<String> files) {
    return Stream.of("lms", "ecommerce")
        .map(
            ida ->
                new ExportResult(
                    ida,
                    files.stream().filter(file -> file.startsWith(ida)).toList(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()))
        .toList();
  }

  /**
   * @param written number of files after which it ends
   */
  private void export(String text, List<String> files, int written) throws IOException {
    try (UnfinishedExport export = UnfinishedExport.begin(new ExportFolder(site))) {
      for (String file : files.subList(0, written)) {
        Files.writeString(export.path().resolve(file), ExportFolder.HEAD + "\n" + text);
      }
      export.complete(results(files));
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site).filter(Files::isRegularFile)) {
      for (Path file : all.toList()) {
        files.put(site.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void fewerFilesReplaceMore() throws IOException {
    Files.writeString(site.resolve("lms-4.yaml"), "# written by a person");
    export("new", NEW, NEW.size());

    assertThat(files())
        .containsOnlyKeys("ecommerce.yaml", "lms.yaml", "lms-4.yaml", "top.yaml")
        .containsEntry("lms.yaml", ExportFolder.HEAD + "\nnew");
  }

  @Test
  void untilAllIsCompleteTheFormerOneStays() throws IOException {
    Map<String, String> former = files();
    UnfinishedExport dead = UnfinishedExport.begin(new ExportFolder(site));
    Files.writeString(dead.path().resolve("lms.yaml"), "half");

    assertThat(files()).containsAllEntriesOf(former);
    assertThatThrownBy(() -> export("other", NEW, NEW.size()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("another devdata exports into this folder");
    dead.close();
    assertThat(files()).isEqualTo(former);
  }

  @Test
  void oneThatEndsWhileFilesAreReplacedHasNoTopLevelSpec() throws IOException {
    for (int written = 0; written < NEW.size(); written++) {
      int files = written;
      assertThatThrownBy(() -> export("new", NEW, files)).isInstanceOf(UncheckedIOException.class);

      assertThat(files()).doesNotContainKey(ExportFolder.TOP);
      export("old", OLD, OLD.size());
      assertThat(files()).hasSize(OLD.size() + 1);
    }
  }

  @Test
  void whatAKilledOneHasLeftIsRemoved() throws IOException {
    Map<String, String> former = files();
    Path left = Files.createDirectory(site.resolve(".unfinished-export"));
    Files.writeString(left.resolve("lms.yaml"), "half");
    Files.writeString(site.resolve(".unfinished-export.lock"), "");

    export("old", OLD, OLD.size());

    assertThat(files()).isEqualTo(former);
  }

  @Test
  void aFolderThatWasMadeForAFailedOneGoes() {
    Path fresh = temporary.resolve("fresh");
    UnfinishedExport.begin(new ExportFolder(fresh)).close();

    assertThat(fresh).doesNotExist();
  }
}
