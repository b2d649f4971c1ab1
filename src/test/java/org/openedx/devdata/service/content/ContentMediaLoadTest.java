package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.history.NameUuid;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Files of components, which go to a media folder. */
@DatabaseTest
class ContentMediaLoadTest {

  @TempDir Path media;

  @Test
  void layingDownFilesOnceForEachContent(TestDatabase database) throws Exception {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);
    String spec =
        """
        learning_packages: [{key: lib:Org:demo}]
        components:
          - type: html
            key: a
            files:
              - {path: static/a.txt, text: hello}
              - {path: static/b.txt, base64: aGVsbG8=}
              - {path: static/b.png, text: hello}
              - {path: notes.txt, text: kept, in_database: true}
            versions:
              - {drop_files: [static/b.txt], olx: <html/>}
              - {ignore_previous: true}
        """;
    lab.load(spec);

    String digest = "b5531c7037f06c9f2947132a6a77202c308e8939";
    assertThat(
            database.rows(
                "SELECT m.hash_digest, t.type, t.sub_type, m.size, m.has_file, m.text FROM"
                    + " openedx_content_media m JOIN openedx_content_mediatype t ON t.id ="
                    + " m.media_type_id WHERE size = 5 ORDER BY m.id"))
        .extracting(row -> row.get(0) + " " + row.get(2) + " " + row.get(4) + " " + row.get(5))
        .containsExactly(digest + " plain 1 null", digest + " png 1 null");
    assertThat(
            database.rows(
                "SELECT v.version_num, a.path FROM openedx_content_componentversionmedia a JOIN"
                    + " openedx_content_publishableentityversion v ON v.id ="
                    + " a.component_version_id ORDER BY a.id"))
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly(
            "1 static/a.txt",
            "1 static/b.txt",
            "1 static/b.png",
            "1 notes.txt",
            "2 block.xml",
            "2 static/a.txt",
            "2 static/b.png",
            "2 notes.txt");
    String uuid = database.value("SELECT uuid FROM openedx_content_learningpackage");
    Path file = media.resolve("content").resolve(NameUuid.dashed(uuid)).resolve(digest);
    assertThat(file).hasContent("hello");

    Files.delete(file);
    assertThat(lab.load(spec)).isEmpty();
    assertThat(file).as("a file that is gone is laid down again").hasContent("hello");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void wantsAMediaFolderForFiles(TestDatabase database) throws SQLException {
    ContentLab.of(database, Layout.L3, media);
    SpecLab without = new SpecLab(database, new ContentService());

    assertThatThrownBy(
            () ->
                without.load(
                    """
                    learning_packages: [{key: p}]
                    components: [{type: html, key: a, files: [{path: static/a, text: x}]}]
                    """))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("spec.yaml:1:21: package 'p' has 1 files")
        .hasMessageContaining("--media-root DIR");
  }
}
