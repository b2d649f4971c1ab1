package org.openedx.devdata.keep.snapshot.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.keep.diff.media.FolderComparison;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestoreOutcome;

class FolderPartTest {

  private static final Predicate<String> ALL = any -> true;

  @TempDir private Path temporary;
  private Path media;
  private FolderPart part;

  @BeforeEach
  void folder() throws IOException {
    media = Files.createDirectory(temporary.resolve("media"));
    part = new FolderPart("media", List.of("content"), media);
  }

  private void write(String path, String content) throws IOException {
    Path file = media.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private SavedCopy save(String name) throws IOException {
    Path target = Files.createDirectories(temporary.resolve(name).resolve("media"));
    SavedPart saved = FolderPart.moment().save(part, target, ALL, SnapshotListener.NONE);
    return new SavedCopy(saved, SnapshotFiles.folder(temporary.resolve(name)));
  }

  private RestoreOutcome restore(SavedCopy copy) throws IOException {
    return part.restore(copy, ALL, false, SnapshotListener.NONE);
  }

  /** Content, or target, of each file and link. */
  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(media)) {
      for (Path file :
          all.filter(one -> !Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)).toList()) {
        String path = media.relativize(file).toString();
        if (!path.endsWith(FolderPart.LOCK)) {
          state.put(
              path,
              Files.isSymbolicLink(file)
                  ? "-> " + Files.readSymbolicLink(file)
                  : Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return state;
  }

  private static long differences(Map<String, String> before, Map<String, String> after) {
    TreeMap<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    return all.keySet().stream()
        .filter(path -> !String.valueOf(before.get(path)).equals(String.valueOf(after.get(path))))
        .count();
  }

  /** Random edits, among them files that become folders and folders that become files. */
  @Test
  void anyEditsAreComparedAndUndone() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 25; round++) {
      edit(random, 12);
      Map<String, String> before = state();
      mark(random);
      Map<String, FileTraits> traits = traits();
      SavedCopy copy = save("round-" + round);
      edit(random, 1 + round);
      mark(random);
      Map<String, String> edited = state();

      FolderComparison comparison = new FolderComparison(ALL, 3, any -> {});
      var diff = comparison.compare(ManifestJson.details(copy.part(), SavedFolder.class), media);

      long expected = differences(before, edited);
      assertThat(diff.tables().stream().mapToLong(table -> table.total()).sum())
          .isEqualTo(expected);
      RestoreOutcome outcome = restore(copy);
      assertThat(state()).as("round %d", round).isEqualTo(before);
      assertThat(traits()).as("round %d", round).isEqualTo(traits);
      assertThat((long) outcome.restored().size()).isEqualTo(expected);
      assertThat(restore(copy).restored()).isEmpty();
    }
  }

  private Map<String, FileTraits> traits() throws IOException {
    Map<String, FileTraits> traits = new TreeMap<>();
    for (String path : state().keySet()) {
      Path file = media.resolve(path);
      if (!Files.isSymbolicLink(file)) {
        traits.put(path, FileTraits.of(file));
      }
    }
    return traits;
  }

  /** Gives some files other modes and times. */
  private void mark(Random random) throws IOException {
    for (String path : traits().keySet()) {
      if (random.nextInt(3) == 0) {
        String mode = List.of("rw-r--r--", "rw-rw----", "r--r--r--").get(random.nextInt(3));
        new FileTraits(mode, Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)).toString())
            .giveTo(media.resolve(path));
      }
    }
  }

  /** A manifest of an older devdata names no traits. */
  @Test
  void filesOfAnOlderSnapshotComeBackAsTheyAreWritten() throws IOException {
    write("a", "1");
    SavedCopy copy = save("first");
    SavedFolder saved = ManifestJson.details(copy.part(), SavedFolder.class);
    ((com.fasterxml.jackson.databind.node.ObjectNode) copy.part().details().path("files").get(0))
        .remove("traits");
    write("a", "22");

    restore(copy);

    assertThat(state()).containsEntry("a", "1");
    assertThat(saved.files().get(0).traits()).isNotEqualTo(FileTraits.NONE);
  }

  private void edit(Random random, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      String path =
          "d%d/e%d/f%d".formatted(random.nextInt(3), random.nextInt(3), random.nextInt(3));
      Path file = media.resolve(random.nextInt(5) == 0 ? path.substring(0, 5) : path);
      switch (random.nextInt(4)) {
        case 0 -> remove(file);
        case 1 -> {
          remove(file);
          if (canHold(file)) {
            Files.createSymbolicLink(file, Path.of("f" + random.nextInt(3)));
          }
        }
        default -> {
          remove(file);
          if (canHold(file)) {
            Files.writeString(file, "x".repeat(random.nextInt(3)) + random.nextInt(2));
          }
        }
      }
    }
  }

  private boolean canHold(Path file) {
    try {
      Files.createDirectories(file.getParent());
      return file.getParent().toRealPath().equals(file.getParent().toAbsolutePath());
    } catch (IOException underFile) {
      return false;
    }
  }

  private static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  @Test
  void linksThatLeadOutAreRefusedAndNothingIsWritten() throws IOException {
    write("a", "1");
    Files.createSymbolicLink(media.resolve("inside"), Path.of("a"));
    SavedCopy copy = save("first");
    Files.createSymbolicLink(media.resolve("out"), Path.of("../secret"));
    Files.createSymbolicLink(media.resolve("root"), Path.of("/etc"));
    Map<String, String> before = state();

    assertThatThrownBy(() -> save("second"))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContainingAll("links that lead out of it: ", "out -> ../secret", "root -> /etc");
    assertThatThrownBy(() -> restore(copy)).hasMessageContaining("lead out of it");
    assertThat(state()).isEqualTo(before);
  }

  /** A snapshot of another origin may name any path. */
  @Test
  void filesThatWouldLieOutsideAreRefused() throws IOException {
    write("a", "1");
    SavedCopy copy = save("first");
    for (SavedFile foreign :
        List.of(
            new SavedFile("../b", 1, "", "", 1),
            new SavedFile("/b", 1, "", "", 1),
            new SavedFile("c/../../b", 1, "", "", 1),
            new SavedFile("l", 0, "", "../../b", 0))) {
      SavedPart part =
          new SavedPart(
              "files",
              "media",
              List.of(),
              "",
              "",
              "",
              List.of(),
              Map.of(),
              ManifestJson.tree(new SavedFolder(List.of(foreign))));
      assertThatThrownBy(() -> restore(new SavedCopy(part, copy.files())))
          .as(foreign.path())
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("would lie outside of");
    }
    assertThat(state()).containsOnlyKeys("a");
  }

  @Test
  void aDamagedSnapshotLeavesFilesThatAreThere() throws IOException {
    write("a", "old");
    write("b", "old");
    SavedCopy copy = save("first");
    write("a", "new");
    Path pack = temporary.resolve("first/media").resolve(SavedFolder.pack(1));
    byte[] bytes = Files.readAllBytes(pack);
    for (int at : List.of(0, bytes.length / 2, bytes.length - 2)) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x11;
      Files.write(pack, damaged);
      try {
        restore(copy);
      } catch (IOException | SnapshotException damage) {
        assertThat(state()).containsEntry("b", "old").containsEntry("a", "new").hasSize(2);
      }
      write("a", "new");
    }
    Files.write(pack, bytes);
    restore(copy);
    assertThat(state()).containsEntry("a", "old");
  }

  @Test
  void whatAKilledRestoreHasLeftIsRemovedAndNeverSaved() throws IOException {
    write("d/a", "1");
    write("d/" + FolderScan.OWN + "-77", "half");

    SavedCopy copy = save("first");
    assertThat(copy.part().items()).hasSize(1);
    restore(copy);

    assertThat(state()).containsOnlyKeys("d/a");
  }

  @Test
  void manyFilesFillSeveralPacks() throws IOException {
    byte[] large = new byte[40 << 20];
    new Random(1).nextBytes(large);
    List<String> paths = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      Files.write(media.resolve(name), large);
      paths.add(name);
    }
    SavedCopy copy = save("first");
    assertThat(temporary.resolve("first/media").resolve(SavedFolder.pack(2))).exists();
    for (String name : paths) {
      Files.delete(media.resolve(name));
    }
    restore(copy);
    for (String name : paths) {
      assertThat(Files.mismatch(media.resolve(name), media.resolve("a"))).isEqualTo(-1);
    }
    assertThat(ContentSum.of(media.resolve("c"))).isEqualTo(copy.part().items().get(2).checksum());
  }
}
