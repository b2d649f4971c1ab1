package org.openedx.devdata.embedded.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data folders that change places, and what a kill leaves in between. */
class DataSwapTest {

  @TempDir private Path folder;

  private DataSwap swap() {
    return new DataSwap(new MariaDbHome(folder));
  }

  private void make(String name, String content) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("table"), content);
  }

  /** Folders as they are after each step, and what the server has then. */
  @ParameterizedTest
  @CsvSource({
    "data copied, old, as they were before it",
    "data whole, old, as they were before it",
    "whole before, new, completed",
    "data=new before, new, after its end",
    "data copied whole before, old, as they were before it",
  })
  void whatAKillLeavesIsOldOrNew(String folders, String has, String said) throws IOException {
    for (String one : folders.split(" ")) {
      String name = one.split("=")[0];
      boolean isNew = one.contains("=new") || name.equals("whole");
      make(name.equals("data") ? "data" : "data." + name, isNew ? "new" : "old");
    }

    assertThat(swap().isHalfDone()).isEqualTo(said.equals("completed"));
    assertThat(swap().heal().orElseThrow()).contains(said);

    assertThat(folder.resolve("data/table")).hasContent(has);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("data"));
    }
    assertThat(swap().heal()).isEqualTo(Optional.empty());
  }

  @Test
  void aSwapPutsACopyInItsPlace() throws IOException {
    make("data", "old");
    make("saved", "new");

    swap().prepare(folder.resolve("saved"));
    assertThat(folder.resolve("data/table")).hasContent("old");
    swap().swap();

    assertThat(folder.resolve("data/table")).hasContent("new");
    assertThat(folder.resolve("saved/table")).hasContent("new");
    assertThat(swap().heal()).isEmpty();
  }
}
