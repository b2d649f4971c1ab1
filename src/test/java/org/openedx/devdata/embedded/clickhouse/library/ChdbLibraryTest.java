package org.openedx.devdata.embedded.clickhouse.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.embedded.CacheFolder;

/** With a stand-in for the npm program: what it brings, and what becomes of that. */
@DisabledOnOs(OS.WINDOWS)
class ChdbLibraryTest {

  private static final ChdbPackage ANY = new ChdbPackage("test-cpu", Optional.empty());

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private Path cache;

  @BeforeEach
  void chooseCache() {
    cache = folder.resolve("cache");
  }

  private ChdbLibrary library(Npm npm) {
    return new ChdbLibrary(new CacheFolder(cache), Optional.empty(), npm);
  }

  private Npm npm(String script) throws IOException {
    Path program = folder.resolve("npm");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Npm(List.of(program.toString()));
  }

  private Npm working() throws IOException {
    return npm(
        "echo \"$@\" >> '"
            + folder
            + "/calls'; mkdir package; echo code > package/libchdb.so;"
            + " tar czf some.tgz package; rm -r package");
  }

  @Test
  void fetchesOnceAndKeeps() throws IOException {
    ChdbLibrary library = library(working());
    Path first = library.locate(ANY, said::add);
    Path second = library.locate(ANY, said::add);
    assertThat(first).isEqualTo(second).hasContent("code\n").startsWith(cache);
    assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1);
    assertThat(said).hasSize(1);
    assertThat(Files.list(first.getParent()).map(p -> p.getFileName().toString()))
        .containsExactlyInAnyOrder(".lock", "libchdb.so");
  }

  @Test
  void asksForThePinnedVersion() throws IOException {
    library(working()).locate(ANY, said::add);
    assertThat(Files.readString(folder.resolve("calls")))
        .contains("@chdb/lib-test-cpu@" + ChdbPackage.VERSION);
  }

  @Test
  void refusesAnArchiveWithAnotherChecksum() throws IOException {
    ChdbPackage pinned = new ChdbPackage("test-cpu", Optional.of("sha512-AAAA"));
    ChdbLibrary library = library(working());
    assertThatThrownBy(() -> library.locate(pinned, said::add))
        .isInstanceOf(ClickHouseUnavailableException.class)
        .hasMessageContaining("sha512-AAAA");
    assertThat(Files.walk(cache).filter(p -> p.endsWith("libchdb.so"))).isEmpty();
  }

  @Test
  void saysWhatNpmSaid() throws IOException {
    ChdbLibrary library = library(npm("echo 'npm error code E404' >&2; exit 7"));
    assertThatThrownBy(() -> library.locate(ANY, said::add))
        .isInstanceOf(ClickHouseUnavailableException.class)
        .hasMessageContaining("exit 7")
        .hasMessageContaining("E404");
  }

  @Test
  void saysWhatToDoWithoutNpm() {
    ChdbLibrary library = library(new Npm(List.of(folder.resolve("missing").toString())));
    assertThatThrownBy(() -> library.locate(ANY, said::add))
        .isInstanceOf(ClickHouseUnavailableException.class)
        .hasMessageContaining("install Node.js")
        .hasMessageContaining("DEVDATA_CHDB_LIBRARY");
  }

  @Test
  void givenLibraryIsUsedAsItIs() throws IOException {
    Path given = Files.writeString(folder.resolve("my.so"), "mine");
    ChdbLibrary library = ChdbLibrary.of(Map.of("DEVDATA_CHDB_LIBRARY", given.toString()), folder);
    assertThat(library.locate(ANY, said::add)).isEqualTo(given);
  }

  @Test
  void machineWithoutAPackageIsNamed() {
    assertThatThrownBy(() -> ChdbPackage.of("Windows 11", "amd64"))
        .isInstanceOf(ClickHouseUnavailableException.class)
        .hasMessageContaining("Windows 11");
    assertThat(ChdbPackage.of("Mac OS X", "aarch64").platform()).isEqualTo("darwin-arm64");
    assertThat(ChdbPackage.of("Linux", "amd64").integrity()).isPresent();
  }
}
