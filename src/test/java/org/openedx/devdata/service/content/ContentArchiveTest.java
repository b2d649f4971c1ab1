package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.dump.DumpRequest;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.rows.MediaFolder;
import org.openedx.devdata.service.content.tables.NoSuchPackageException;
import org.openedx.devdata.service.content.verify.Finding;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SharedFixtures;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Archives in and out of databases, and what a verification finds in them. */
@DatabaseTest
class ContentArchiveTest {

  private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

  @TempDir Path folder;

  private Path media() {
    return folder.resolve("media");
  }

  private static ConnectionSettings settings(TestDatabase database) {
    return new ConnectionSettings(
        "test", "content", database.jdbcUrl(), database.user(), database.password());
  }

  private Path fixture() throws IOException {
    Path fixture = SharedFixtures.required("openedx_content/library_backup_subset");
    Path zip = folder.resolve("fixture.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.walk(fixture)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(fixture.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
    }
    return zip;
  }

  private Path dump(TestDatabase database, String key, String name) {
    Path file = folder.resolve(name);
    ContentApi.dump(
        settings(database),
        new DumpRequest(key, Optional.of(media()), THEN, Optional.empty(), ""),
        file);
    return file;
  }

  private static String restoring(Path zip) {
    return "learning_packages: [{archive: \"" + zip + "\", restored_by: ada}]\n";
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

  /** What an archive holds are versions; the steps that led to them are other ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "edits: [{entity: html:a, title: New, at: 2026-01-03}]\n",
        "edits: [{entity: html:a, title: New, at: 2026-01-03}, {entity: html:a, at: 2026-01-05}]\n"
            + "publishes: [{at: 2026-01-02}, {at: 2026-01-04, message: again}]\n",
        "deletions: [{entity: html:a, at: 2026-01-03}]\npublishes: [{at: 2026-01-02}]\n",
        "units: [{key: u, children: [html:a], created: 2026-01-01}]\n"
            + "edits: [{entity: html:a, at: 2026-01-05}]\npublishes: [{at: 2026-01-04}]\n"
      })
  void aRestoreDoesNotRewriteTheHistoryOfItsOwnPackage(String steps, TestDatabase database)
      throws Exception {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media());
    lab.load(
        "learning_packages: [{key: \"lib:O:p\", created: 2026-01-01}]\n"
            + "components: [{type: html, key: a, created: 2026-01-01}]\n"
            + steps);
    Path zip = dump(database, "lib:O:p", "p.zip");
    List<List<String>> before = history(database);
    String again = "learning_packages: [{archive: \"" + zip + "\"}]\n";

    assertThatThrownBy(() -> lab.load(again))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("'lib:O:p' is in the database with another history");

    assertThat(history(database)).isEqualTo(before);
    String copy = "learning_packages: [{archive: \"" + zip + "\", key: \"lib:O:copy\"}]\n";
    assertThat(lab.load(copy)).isNotEmpty();
    assertThat(lab.load(copy)).isEmpty();
  }

  @Test
  void aLaterArchiveIsNotLaidOverAnEarlierOne(TestDatabase database) throws Exception {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media());
    String spec = "learning_packages: [{key: p}]\ncomponents: [{type: html, key: a}]\n";
    lab.load(spec);
    Path early = dump(database, "p", "early.zip");
    lab.load(spec + "edits: [{entity: html:a, title: New}]\n");
    Path late = dump(database, "p", "late.zip");
    String copy = "learning_packages: [{archive: \"%s\", key: copy}]\n";
    lab.load(copy.formatted(early));
    List<List<String>> before = history(database);

    assertThatThrownBy(() -> lab.load(copy.formatted(late)))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("has another history of 'copy'");

    assertThat(history(database)).isEqualTo(before);
  }

  private static List<List<String>> history(TestDatabase database) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    for (String table :
        List.of(
            "publishlog",
            "publishlogrecord",
            "draftchangelog",
            "draftchangelogrecord",
            "publishableentityversion",
            "draft",
            "published")) {
      rows.addAll(database.rows("SELECT * FROM openedx_content_" + table + " ORDER BY 1"));
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void restoresUpstreamsBackupAsUpstreamDoes(Layout layout, TestDatabase database)
      throws Exception {
    SpecLab lab = ContentLab.of(database, layout, media());
    String spec = restoring(fixture());
    lab.load(spec);

    assertThat(
            ContentLab.rows(
                database,
                layout,
                "SELECT (SELECT COUNT(*) FROM {publishableentity}), (SELECT COUNT(*) FROM"
                    + " {publishableentityversion}), (SELECT COUNT(*) FROM {componentversion}),"
                    + " (SELECT COUNT(*) FROM {componenttype}), (SELECT COUNT(*) FROM {media}),"
                    + " (SELECT COUNT(*) FROM {mediatype}), (SELECT COUNT(*) FROM"
                    + " {componentversionmedia}), (SELECT COUNT(*) FROM {entitylistrow}), (SELECT"
                    + " COUNT(*) FROM {publishableentityversiondependency}), (SELECT COUNT(*) FROM"
                    + " {draft}), (SELECT COUNT(*) FROM {published}), (SELECT COUNT(*) FROM"
                    + " {publishlogrecord}), (SELECT COUNT(*) FROM {draftchangelogrecord}), (SELECT"
                    + " COUNT(*) FROM {draftsideeffect}), (SELECT COUNT(*) FROM"
                    + " {publishsideeffect}), (SELECT COUNT(*) FROM"
                    + " {collectionpublishableentity})"))
        .containsExactly(
            List.of(
                "4", "5", "4", "3", "5", "4", "6", "1", "1", "4", "1", "1", "5", "1", "0", "2"));
    assertThat(lab.load(spec)).isEmpty();
    assertThat(ContentApi.verify(settings(database), Optional.of(media()))).isEmpty();
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
    ContentLab.of(other, layout, media()).load(restoring(first));
    Path second = dump(other, "lib:Org:demo", "second.zip");

    assertThat(contents(first)).hasSizeGreaterThan(10);
    // A collection is as old as its restore.
    assertThat(contents(second).stream().filter(line -> !line.startsWith("collections/c")).toList())
        .isEqualTo(
            contents(first).stream().filter(line -> !line.startsWith("collections/c")).toList());
    assertThat(ContentApi.verify(settings(other), Optional.of(media()))).isEmpty();
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

  @Test
  void findsWhatIsWrong(TestDatabase database) throws Exception {
    SpecLab lab = ContentLab.of(database, Layout.L3, media());
    lab.load(
        """
        learning_packages: [{key: p}]
        components:
          - {type: html, key: a, files: [{path: static/a.txt, text: hello}]}
          - {type: html, key: A}
          - {type: html, key: b}
        units: [{key: u, children: [html:a]}, {key: U}]
        publishes: [{}]
        """);
    String uuid = database.value("SELECT uuid FROM openedx_content_learningpackage");
    Files.delete(new MediaFolder(media(), uuid).of("b5531c7037f06c9f2947132a6a77202c308e8939"));
    database.run(
        "INSERT INTO openedx_content_componenttype (namespace, name) VALUES ('xblock.v1', 'html')",
        "UPDATE openedx_content_draft SET version_id = NULL WHERE entity_id = 3",
        "UPDATE openedx_content_publishlogrecord SET dependencies_hash_digest = '00000000' WHERE"
            + " entity_id = 4",
        "UPDATE openedx_content_media SET text = '<changed/>' WHERE text LIKE '%html%' LIMIT 1");

    assertThat(ContentApi.verify(settings(database), Optional.of(media())))
        .extracting(Finding::toString)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("component type xblock.v1:html is there 2 times"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "p: keys of containers differ only by case: U, u, which the current layout"
                            + " takes for one"),
            line ->
                assertThat(line)
                    .matches(
                        "p: the draft of 'xblock.v1:html:b' is deleted, but its log record \\d+"
                            + " leaves it at version 1"),
            line ->
                assertThat(line)
                    .startsWith("p: the published of 'u' has the dependency digest '00000000'"),
            line -> assertThat(line).contains("has no file"),
            line -> assertThat(line).contains("has a text with the digest"));
  }

  @Test
  void findsPointersThatLeadElsewhereAndMediaOfNothing(TestDatabase database) throws Exception {
    ContentLab.of(database, Layout.L3, media())
        .load(
            """
            learning_packages: [{key: p}]
            components:
              - {type: html, key: a, olx: <html>a</html>}
              - {type: html, key: b}
              - {type: html, key: c}
            publishes: [{}]
            """);
    String published = "openedx_content_published";
    String record = "(SELECT id FROM openedx_content_publishlogrecord WHERE entity_id = 2)";
    database.run(
        "DELETE FROM openedx_content_draft WHERE entity_id = 2",
        "UPDATE openedx_content_draft SET version_id = (SELECT id FROM"
            + " openedx_content_publishableentityversion WHERE entity_id = 2) WHERE entity_id = 1",
        "UPDATE openedx_content_draft SET draft_log_record_id = NULL WHERE entity_id = 3",
        "DELETE FROM " + published + " WHERE entity_id = 2",
        "UPDATE " + published + " SET publish_log_record_id = " + record + " WHERE entity_id = 1",
        "UPDATE openedx_content_media SET text = NULL WHERE text = '<html>a</html>'");

    assertThat(ContentApi.verify(settings(database), Optional.of(media())))
        .extracting(Finding::toString)
        .contains(
            "p: the draft of 'xblock.v1:html:a' is a version of another entity",
            "p: the draft of 'xblock.v1:html:c' points at no log record, but there are some",
            "p: the published of 'xblock.v1:html:a' points at a log record of another entity")
        .anySatisfy(line -> assertThat(line).endsWith("has neither text nor a file"));
  }
}
