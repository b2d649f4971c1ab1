package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
}
