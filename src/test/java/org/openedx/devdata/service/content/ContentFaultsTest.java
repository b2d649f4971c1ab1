package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.dump.DumpRequest;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.verify.Finding;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Faults that users met when they loaded, removed and verified content. */
@DatabaseTest
class ContentFaultsTest {

  private static final String TREE =
      """
      learning_packages: [{key: %s, created: 2026-02-01}]
      components: [{type: problem, key: p1}, {type: html, key: h}]
      units:
        - {key: u, children: [problem:p1, "problem:p1@1", html:h]}
        - {key: other, children: [html:h]}
      subsections: [{key: s, children: [u]}]
      edits:
        - {entity: problem:p1, at: 2026-02-03, title: Again}
        - {entity: problem:p1, at: 2026-02-05, title: Once more}
      publishes: [{at: 2026-02-02}, {at: 2026-02-04}, {at: 2026-02-06}]
      """;

  @TempDir Path folder;

  private static List<Finding> verify(TestDatabase database) {
    return ContentApi.verify(settings(database), Optional.empty());
  }

  private static ConnectionSettings settings(TestDatabase database) {
    return new ConnectionSettings(
        "test", "content", database.jdbcUrl(), database.user(), database.password());
  }

  /** Component types, media types and organisations are shared by all packages. */
  @ParameterizedTest
  @EnumSource
  void resetLeavesWhatAnotherPackageUses(Layout layout, TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, layout, folder);
    lab.load(TREE.formatted("lib:Org:one"));
    Path zip = folder.resolve("one.zip");
    ContentApi.dump(
        settings(database),
        new DumpRequest("lib:Org:one", Optional.of(folder), Instant.EPOCH, Optional.empty(), ""),
        zip);
    lab.load("learning_packages: [{archive: \"" + zip + "\", key: lib:Org:two}]\n");

    lab.reset(TREE.formatted("lib:Org:one"));

    assertThat(ContentLab.rows(database, layout, "SELECT COUNT(*) FROM {learningpackage}"))
        .containsExactly(List.of("1"));
    assertThat(ContentLab.rows(database, layout, "SELECT COUNT(*) FROM {componenttype}"))
        .containsExactly(List.of("2"));
    lab.reset("learning_packages: [{archive: \"" + zip + "\", key: lib:Org:two}]\n");
    assertThat(ContentLab.rows(database, layout, "SELECT COUNT(*) FROM {componenttype}"))
        .containsExactly(List.of("0"));
  }

  @Test
  void removingAnUnpinnedChildLeavesThePinnedOne(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, folder);

    lab.load(
        TREE.formatted("p")
            .replace(
                "edits:",
                "edits:\n  - {entity: u, at: 2026-02-07, remove_children: [problem:p1]}"));

    assertThat(children(database)).containsExactly("problem:p1@1", "html:h");
  }

  @Test
  void removingAPinnedChildLeavesTheUnpinnedOne(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, folder);

    lab.load(
        TREE.formatted("p")
            .replace(
                "edits:",
                "edits:\n  - {entity: u, at: 2026-02-07, remove_children: [\"problem:p1@1\"]}"));

    assertThat(children(database)).containsExactly("problem:p1", "html:h");
  }

  /** Children of the newest version of the unit. */
  private static List<String> children(TestDatabase database) throws SQLException {
    return database
        .rows(
            "SELECT SUBSTRING(e.entity_ref, 11), v.version_num FROM openedx_content_entitylistrow r"
                + " JOIN openedx_content_publishableentity e ON e.id = r.entity_id LEFT JOIN"
                + " openedx_content_publishableentityversion v ON v.id = r.entity_version_id WHERE"
                + " r.entity_list_id = (SELECT c.entity_list_id FROM"
                + " openedx_content_containerversion c JOIN"
                + " openedx_content_publishableentityversion w ON w.id ="
                + " c.publishable_entity_version_id JOIN openedx_content_publishableentity u ON"
                + " u.id = w.entity_id AND u.entity_ref = 'u' ORDER BY w.version_num DESC LIMIT 1)"
                + " ORDER BY r.order_num")
        .stream()
        .map(row -> row.get(0) + (row.get(1) == null ? "" : "@" + row.get(1)))
        .toList();
  }

  @Test
  void deletionOfWhatWasNeverPublishedCanBePublished(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, folder);
    String spec =
        """
        learning_packages: [{key: p, created: 2026-02-01}]
        components: [{type: html, key: a}]
        deletions: [{entity: html:a, at: 2026-02-02}]
        publishes: [{at: 2026-02-03, entities: [html:a], with_deletions: true}]
        """;

    lab.load(spec);

    assertThat(
            database.rows(
                "SELECT p.version_id, r.old_version_id, r.new_version_id, r.direct FROM"
                    + " openedx_content_published p JOIN openedx_content_publishlogrecord r ON r.id"
                    + " = p.publish_log_record_id"))
        .containsExactly(java.util.Arrays.asList(null, null, null, "1"));
    assertThat(lab.load(spec)).isEmpty();
    assertThat(verify(database)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void keysThatTheDatabaseTakesForOneAreRefusedBefore(Layout layout, TestDatabase database)
      throws SQLException {
    SpecLab lab = ContentLab.of(database, layout, folder);
    String spec =
        """
        learning_packages: [{key: p}]
        components: [{type: html, key: a}, {type: html, key: A}]
        units: [{key: unit}, {key: Unit}]
        """;

    if (layout == Layout.CURRENT) {
      assertThatThrownBy(() -> lab.load(spec))
          .isInstanceOf(SpecException.class)
          .hasMessageContaining("spec.yaml:3:")
          .hasMessageContaining("unit 'Unit' has the key of 'unit'");
    } else {
      assertThat(lab.load(spec)).isNotEmpty();
    }
    assertThat(lab.load(spec.replace(", {key: Unit}", ""))).isNotNull();
  }

  @Test
  void failedLoadTakesItsFilesBackAndNoOthers(TestDatabase database)
      throws SQLException, IOException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, folder);
    String spec =
        """
        learning_packages: [{key: p, created: 2026-02-01}]
        components: [{type: html, key: a, files: [{path: static/a.txt, text: one}]}]
        """;
    lab.load(spec);
    List<Path> before = files();
    database.run(
        "ALTER TABLE openedx_content_collection ADD CONSTRAINT boom CHECK (title <> 'boom')");
    String boom = "collections: [{key: c, title: boom}]\n";

    assertThatThrownBy(
            () ->
                lab.load(
                    spec
                        + "edits: [{entity: html:a, files: [{path: static/b.txt, text: two}]}]\n"
                        + boom))
        .isInstanceOf(RowProblem.class);
    assertThatThrownBy(() -> lab.load(spec.replace("key: p", "key: q") + boom))
        .isInstanceOf(RowProblem.class);

    assertThat(before).hasSize(1);
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wholeHistoryHasNoFindings(Layout layout, TestDatabase database) throws SQLException {
    ContentLab.of(database, layout, folder).load(TREE.formatted("p"));

    assertThat(verify(database)).isEmpty();
  }

  @Test
  void findsAPinToAnotherEntityAndGapsInTheOrder(TestDatabase database) throws SQLException {
    ContentLab.of(database, Layout.CURRENT, folder).load(TREE.formatted("p"));
    database.run(
        "UPDATE openedx_content_entitylistrow SET entity_version_id = (SELECT id FROM"
            + " openedx_content_publishableentityversion WHERE title = 'h') WHERE entity_version_id"
            + " IS NOT NULL",
        "UPDATE openedx_content_entitylistrow SET order_num = 5 WHERE order_num = 2");

    assertThat(verify(database))
        .extracting(Finding::toString)
        .containsExactly(
            "p: child 1 of 'u v1' is held at a version 1 of another entity",
            "p: the 3 children of 'u v1' are numbered from 0 to 5, not from 0 without gaps");
  }

  /** Each side effect of each log is taken away in its turn. */
  @Test
  void findsEveryMissingSideEffectOfAChange(TestDatabase database) throws SQLException {
    ContentLab.of(database, Layout.CURRENT, folder).load(TREE.formatted("p"));
    int met = 0;
    for (String branch : List.of("draft", "publish")) {
      String table = "openedx_content_" + branch + "sideeffect";
      String record =
          "openedx_content_" + (branch.equals("draft") ? "draftchange" : "publish") + "logrecord";
      for (List<String> row :
          database.rows(
              "SELECT s.id, s.cause_id, s.effect_id FROM "
                  + table
                  + " s JOIN "
                  + record
                  + " r ON r.id = s.cause_id WHERE NOT r.old_version_id <=> r.new_version_id")) {
        database.run("DELETE FROM " + table + " WHERE id = " + row.get(0));
        assertThat(verify(database))
            .extracting(Finding::what)
            .singleElement()
            .satisfies(
                what ->
                    assertThat(what)
                        .contains("log record " + row.get(1) + " of")
                        .contains("has no side effect on"));
        database.run("INSERT INTO " + table + " VALUES (" + String.join(", ", row) + ")");
        met++;
      }
    }
    assertThat(met).isGreaterThan(7);
  }

  /** Every digest of every record, also of those that no branch points at any more. */
  @Test
  void findsEveryWrongDigest(TestDatabase database) throws SQLException {
    ContentLab.of(database, Layout.CURRENT, folder).load(TREE.formatted("p"));
    int met = 0;
    for (String log : List.of("draftchangelogrecord", "publishlogrecord")) {
      String table = "openedx_content_" + log;
      for (List<String> row :
          database.rows(
              "SELECT id, dependencies_hash_digest FROM "
                  + table
                  + " WHERE dependencies_hash_digest <> ''")) {
        String update = "UPDATE " + table + " SET dependencies_hash_digest = '%s' WHERE id = %s";
        database.run(update.formatted("00000000", row.get(0)));
        assertThat(verify(database))
            .extracting(Finding::what)
            .anyMatch(what -> what.contains("has the dependency digest '00000000'"));
        database.run(update.formatted(row.get(1), row.get(0)));
        met++;
      }
    }
    assertThat(met).isGreaterThan(10);
    assertThat(verify(database)).isEmpty();
  }
}
