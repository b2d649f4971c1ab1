package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Packages that were changed in Studio since a load. */
@DatabaseTest
class ContentMeanwhileTest {

  @TempDir Path media;

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
}
