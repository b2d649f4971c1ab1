package org.openedx.devdata.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.ClockSteps;

class UnfinishedSnapshotTest {

  private static final Manifest MANIFEST =
      new Manifest(1, "one", "2026-11-30T12:00:00Z", "test", "test", List.of());

  @TempDir private Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void oneAtATimeSavesAName() throws IOException {
    Path destination = folder.resolve("one");
    try (UnfinishedSnapshot first = UnfinishedSnapshot.begin(destination)) {
      Files.writeString(first.folder().resolve("rows"), "a");

      assertThatThrownBy(() -> UnfinishedSnapshot.begin(destination))
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("is being saved by another devdata");
      assertThat(first.folder().resolve("rows")).exists();
      try (UnfinishedSnapshot other = UnfinishedSnapshot.begin(folder.resolve("two"))) {
        assertThat(other.folder()).isEmptyDirectory();
      }
      assertThat(new SnapshotStore(folder).list()).isEmpty();
      assertThat(first.complete(MANIFEST).path()).isEqualTo(destination);
    }

    assertThat(files()).containsExactly("one");
    assertThatThrownBy(() -> UnfinishedSnapshot.begin(destination))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("exists already");
    assertThat(files()).containsExactly("one");
  }

  @Test
  void whatADeadOneHasLeftIsRemoved() throws IOException {
    Path archive = folder.resolve("one.tar");
    Files.writeString(folder.resolve(".unfinished-one.tar.lock"), "1234567");
    Path left = Files.createDirectory(folder.resolve(".unfinished-one.tar"));
    Files.writeString(left.resolve("rows"), "a");

    try (UnfinishedSnapshot next = UnfinishedSnapshot.begin(archive)) {
      assertThat(next.folder()).isEmptyDirectory();
      next.complete(MANIFEST);
    }

    assertThat(files()).containsExactly("one.tar");
  }

  @Test
  void clockThatWasSetChangesNothing() throws IOException {
    Path destination = folder.resolve("one");
    for (long step : ClockSteps.SECONDS) {
      try (UnfinishedSnapshot held = UnfinishedSnapshot.begin(destination)) {
        ClockSteps.age(folder, step);
        assertThatThrownBy(() -> UnfinishedSnapshot.begin(destination))
            .hasMessageContaining("is being saved by another devdata");
        assertThat(held.folder()).isEmptyDirectory();
      }
      Files.writeString(folder.resolve(".unfinished-one.lock"), "1234567");
      Files.createDirectory(folder.resolve(".unfinished-one"));
      ClockSteps.age(folder, step);
      UnfinishedSnapshot.begin(destination).close();
      assertThat(files()).isEmpty();
    }
  }
}
