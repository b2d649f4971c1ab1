package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.history.NameUuid;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** What a spec becomes in a database; the history is the one observed with upstream's functions. */
@DatabaseTest
class ContentLoadTest {

  private static final String OBSERVED =
      """
      learning_packages:
        - {key: lib:Org:demo, title: Demo, created: 2026-01-01}
      components:
        - {type: problem, key: p1, title: P1, created_by: ada}
        - {type: problem, key: p2, title: P2}
      units: [{key: unit-1, title: U, children: [problem:p1, problem:p2]}]
      subsections: [{key: subsec-1, title: S, children: [unit-1]}]
      sections: [{key: sec-1, title: S, children: [subsec-1]}]
      edits:
        - {entity: problem:p1, at: 2026-01-03, by: bob, olx: <problem>new</problem>}
        - {entity: problem:p2, at: 2026-01-05}
      publishes:
        - {at: 2026-01-02, message: all}
        - {at: 2026-01-04, entities: [problem:p1]}
        - {at: 2026-01-06, entities: [sec-1]}
        - {at: 2026-01-08}
      deletions:
        - {entity: problem:p2, at: 2026-01-07}
      """;

  @TempDir Path media;

  @ParameterizedTest
  @EnumSource
  void writesTheObservedHistoryToEachLayout(Layout layout, TestDatabase database)
      throws SQLException {
    SpecLab lab = ContentLab.of(database, layout, media);
    lab.load(OBSERVED);

    // Versions are numbered by entity here: p1 v1, v2 are 1 and 2, p2's 3 and 4, then 5, 6 and 7.
    assertThat(
            ContentLab.rows(
                database,
                layout,
                "SELECT r.id, r.entity_id, o.version_num, n.version_num FROM {publishlogrecord} r"
                    + " LEFT JOIN {publishableentityversion} o ON o.id = r.old_version_id"
                    + " LEFT JOIN {publishableentityversion} n ON n.id = r.new_version_id"
                    + " ORDER BY r.id"))
        .extracting(row -> String.join(" ", row.stream().map(String::valueOf).toList()))
        .containsExactly(
            "1 1 null 1",
            "2 2 null 1",
            "3 3 null 1",
            "4 4 null 1",
            "5 5 null 1",
            "6 1 1 2",
            "7 3 1 1",
            "8 4 1 1",
            "9 5 1 1",
            "10 5 1 1",
            "11 2 1 2",
            "12 3 1 1",
            "13 4 1 1",
            "14 2 2 null",
            "15 3 1 1",
            "16 4 1 1",
            "17 5 1 1");
    assertThat(
            ContentLab.rows(
                database,
                layout,
                "SELECT cause_id, effect_id FROM {publishsideeffect} ORDER BY id"))
        .extracting(row -> row.get(0) + "-" + row.get(1))
        .containsExactly(
            "1-3", "3-4", "4-5", "2-3", "6-7", "7-8", "8-9", "11-12", "12-13", "13-10", "14-15",
            "15-16", "16-17");
    assertThat(
            ContentLab.rows(
                database,
                layout,
                "SELECT d.entity_id FROM {draft} d JOIN {published} p ON p.entity_id = d.entity_id"
                    + " JOIN {draftchangelogrecord} a ON a.id = d.draft_log_record_id"
                    + " JOIN {publishlogrecord} b ON b.id = p.publish_log_record_id"
                    + " WHERE d.version_id <=> p.version_id"
                    + " AND a.dependencies_hash_digest = b.dependencies_hash_digest"))
        .as("entities without unpublished changes")
        .hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void secondLoadChangesNothingAndResetTakesAllAway(Layout layout, TestDatabase database)
      throws SQLException {
    SpecLab lab = ContentLab.of(database, layout, media);
    lab.load(OBSERVED);

    assertThat(lab.plan(OBSERVED)).isEmpty();
    assertThat(lab.load(OBSERVED)).isEmpty();
    lab.reset(OBSERVED);
    assertThat(
            ContentLab.rows(
                database,
                layout,
                "SELECT (SELECT COUNT(*) FROM {learningpackage}), (SELECT COUNT(*) FROM"
                    + " {publishableentity}), (SELECT COUNT(*) FROM {entitylist}), (SELECT COUNT(*)"
                    + " FROM {media}), (SELECT COUNT(*) FROM {mediatype}), (SELECT COUNT(*) FROM"
                    + " {componenttype})"))
        .containsExactly(List.of("0", "0", "0", "0", "0", "0"));
    if (layout == Layout.CURRENT) {
      assertThat(ContentLab.rows(database, layout, "SELECT COUNT(*) FROM {containertype}"))
          .as("container types, which a migration makes")
          .containsExactly(List.of("3"));
    }
  }

  @Test
  void digestsAreMadeOfTheKeysOfThisDatabase(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.L3, media);
    lab.load(
        """
        learning_packages: [{key: lib:Org:demo}]
        components: [{type: problem, key: p1}, {type: problem, key: p2}]
        units: [{key: u, children: [problem:p1, problem:p2]}]
        subsections: [{key: s, children: [u]}]
        """);

    assertThat(
            database.rows(
                "SELECT dependencies_hash_digest FROM openedx_content_draftchangelogrecord"))
        .extracting(row -> row.get(0))
        .containsExactly("", "", "37f96f9e", "b3d0d9e0");
  }

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

  @Test
  void carriesOnAfterWhatSomebodyDidInStudio(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.L3, media);
    String spec =
        """
        learning_packages: [{key: p, created: 2026-01-01}]
        components: [{type: html, key: a}, {type: html, key: b}]
        """;
    lab.load(spec);
    database.run("UPDATE openedx_content_draft SET version_id = NULL WHERE entity_id = 1");

    assertThat(lab.load(spec)).isEmpty();
    lab.load(spec + "edits: [{entity: html:b, title: New}]\n");
    assertThat(
            database.rows(
                "SELECT d.entity_id, v.title FROM openedx_content_draft d LEFT JOIN"
                    + " openedx_content_publishableentityversion v ON v.id = d.version_id"
                    + " ORDER BY 1"))
        .extracting(row -> row.get(1))
        .containsExactly(null, "New");
  }

  @Test
  void refusesAVersionThatSomebodyElseMade(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.L3, media);
    String spec =
        "learning_packages: [{key: p}]\ncomponents: [{type: html, key: a}, {type: html, key: b}]\n";
    lab.load(spec);
    database.run(
        "INSERT INTO openedx_content_publishableentityversion (uuid, title, version_num, created,"
            + " entity_id) VALUES ('00000000000040008000000000000000', 'Studio', 2, NOW(), 1)");
    String later = spec + "edits: [{entity: html:a%s}]\n";

    assertThatThrownBy(() -> lab.plan(later.formatted("")))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("spec.yaml:3:9")
        .hasMessageContaining("another version 2 of 'xblock.v1:html:a'");
    assertThat(lab.load(later.formatted(", version_num: 3"))).isNotEmpty();
  }

  @Test
  void resetRefusesToTakeWhatSomebodyElseMadeAndRemovesNothing(TestDatabase database)
      throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.L2, media);
    String spec = "learning_packages: [{key: p}]\ncomponents: [{type: html, key: a}]\n";
    lab.load(spec);
    database.run(
        "INSERT INTO openedx_content_publishableentity (uuid, _key, created, learning_package_id,"
            + " can_stand_alone) VALUES ('00000000000040008000000000000001', 'xblock.v1:html:b',"
            + " NOW(), 1, 1)",
        "INSERT INTO openedx_content_publishableentityversion (uuid, title, version_num, created,"
            + " entity_id) VALUES ('00000000000040008000000000000000', 'Studio', 2, NOW(), 1)",
        "INSERT INTO openedx_content_publishlog (uuid, message, published_at, learning_package_id)"
            + " VALUES ('00000000000040008000000000000002', '', '2026-05-06 07:08:09', 1)");
    // The spec tells a version of the same number since: it is not the one that is there.
    String later = spec + "edits: [{entity: html:a}]\n";

    assertThatThrownBy(() -> lab.reset(later))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("spec.yaml:1:21: package 'p' has what this spec does not describe")
        .hasMessageContaining("'xblock.v1:html:b', version 2 of 'xblock.v1:html:a', the publish of")
        .hasMessageContaining("nothing was removed");
    assertThat(database.value("SELECT COUNT(*) FROM openedx_content_componentversion"))
        .isEqualTo("1");
  }

  @Test
  void refusesKeysThatTheCurrentLayoutDoesNotTake(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);

    assertThatThrownBy(
            () ->
                lab.load(
                    """
                    learning_packages: [{key: p}]
                    components: [{type: html, key: "a:b"}]
                    """))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("spec.yaml:2:14: key 'a:b' does not fit the current layout");
  }

  @Test
  void refusesALibraryWhoseSlugThePlatformCannotKeep(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);
    makeLibraryTables(database);
    String slug = "x".repeat(51);

    assertThatThrownBy(
            () -> lab.load("learning_packages: [{key: \"lib:Org:" + slug + "\", library: true}]\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("spec.yaml:1:")
        .hasMessageContaining("up to 50 characters");
  }

  @Test
  void makesThePlatformsLibraryWhereItsTablesAre(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);
    makeLibraryTables(database);
    String spec =
        "learning_packages: [{key: lib:Org:demo, admins: [ada], readers: [bob], license: CC}]\n";
    lab.load(spec);

    assertThat(
            database.rows(
                "SELECT o.short_name, l.slug, l.license, p.access_level, p.user_id FROM"
                    + " content_libraries_contentlibrary l JOIN organizations_organization o ON"
                    + " o.id = l.org_id JOIN content_libraries_contentlibrarypermission p ON"
                    + " p.library_id = l.id ORDER BY p.id"))
        .containsExactly(
            List.of("Org", "demo", "CC", "admin", "1"), List.of("Org", "demo", "CC", "read", "2"));
    assertThat(lab.load(spec)).isEmpty();
    lab.reset(spec);
    assertThat(database.value("SELECT COUNT(*) FROM content_libraries_contentlibrary"))
        .isEqualTo("0");
  }

  private static void makeLibraryTables(TestDatabase database) throws SQLException {
    database.run(
        "CREATE TABLE organizations_organization (id int AUTO_INCREMENT PRIMARY KEY, created"
            + " datetime(6) NOT NULL, modified datetime(6) NOT NULL, name varchar(255) NOT NULL,"
            + " short_name varchar(255) NOT NULL UNIQUE, description longtext, logo varchar(100),"
            + " active tinyint(1) NOT NULL)",
        "CREATE TABLE content_libraries_contentlibrary (id int AUTO_INCREMENT PRIMARY KEY, slug"
            + " varchar(50) NOT NULL, org_id int NOT NULL, learning_package_id int UNIQUE,"
            + " allow_public_learning tinyint(1) NOT NULL, allow_public_read tinyint(1) NOT NULL,"
            + " license varchar(25) NOT NULL, UNIQUE (org_id, slug))",
        "CREATE TABLE content_libraries_contentlibrarypermission (id int AUTO_INCREMENT PRIMARY"
            + " KEY, access_level varchar(30) NOT NULL, library_id int NOT NULL, user_id int,"
            + " group_id int, UNIQUE (library_id, user_id))");
  }
}
