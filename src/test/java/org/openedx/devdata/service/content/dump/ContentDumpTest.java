package org.openedx.devdata.service.content.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.service.content.ContentApi;
import org.openedx.devdata.service.content.ContentLab;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.tables.NoSuchPackageException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Archives that a dump writes, and what a restore makes of them. */
@DatabaseTest
class ContentDumpTest {

  @TempDir Path folder;

  private Path media() {
    return folder.resolve("media");
  }

  private Path dump(TestDatabase database, String key, String name) {
    return ContentLab.dump(database, key, media(), folder.resolve(name));
  }

  private static List<String> contents(Path zip) throws IOException {
    List<String> contents = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        contents.add(
            entry.getName() + " " + new String(file.getInputStream(entry).readAllBytes(), "UTF-8"));
      }
    }
    Collections.sort(contents);
    return contents;
  }

  @ParameterizedTest
  @EnumSource
  void aDumpOfARestoreIsTheSameArchive(Layout layout, TestDatabase database) throws Exception {
    SpecLab lab = ContentLab.of(database, Layout.L3, media());
    lab.load(
        """
        learning_packages: [{key: lib:Org:demo, title: "", description: D, created: 2026-01-01}]
        components:
          - type: html
            key: Big.Name
            title: T
            files: [{path: static/a.txt, text: hello}]
            versions: [{olx: <html>2</html>}, {title: "", olx: <html>3</html>}]
          - {type: problem, key: gone}
          - {type: problem, key: big-name}
        units:
          - {key: u, children: ["html:Big.Name@2", problem:gone, "html:Big.Name"]}
        publishes: [{at: 2026-01-02}]
        deletions: [{entity: problem:gone, at: 2026-01-03}]
        edits: [{entity: problem:big-name, at: 2026-01-04, title: Draft}]
        collections: [{key: c, title: C, entities: [u, problem:gone]}]
        """);
    Path first = dump(database, "lib:Org:demo", "first.zip");

    TestDatabase other = database.another("other");
    ContentLab.of(other, layout, media()).load(ContentLab.restoring(first));
    Path second = dump(other, "lib:Org:demo", "second.zip");

    assertThat(contents(first)).hasSizeGreaterThan(10);
    // A collection is as old as its restore.
    assertThat(contents(second).stream().filter(line -> !line.startsWith("collections/c")).toList())
        .isEqualTo(
            contents(first).stream().filter(line -> !line.startsWith("collections/c")).toList());
    assertThat(ContentApi.verify(ContentLab.settings(other), Optional.of(media()))).isEmpty();
    assertThat(
            ContentLab.rows(
                other,
                layout,
                "SELECT COUNT(*) FROM {entitylistrow} WHERE entity_version_id IS NOT NULL"))
        .containsExactly(List.of("1"));
  }

  @Test
  void tellsWhichPackagesThereAre(TestDatabase database) throws SQLException {
    ContentLab.of(database, Layout.L2, media()).load("learning_packages: [{key: lib:A:b}]\n");

    assertThatThrownBy(() -> dump(database, "lib:A:c", "none.zip"))
        .isInstanceOf(NoSuchPackageException.class)
        .hasMessageContaining("lib:A:b");
    assertThat(folder.resolve("none.zip")).doesNotExist();
  }
}
