package org.openedx.devdata.service.content.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.ContentApi;
import org.openedx.devdata.service.content.ContentLab;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.rows.MediaFolder;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Findings of a verification in packages that were damaged by hand. */
@DatabaseTest
class ContentVerificationTest {

  @TempDir Path media;

  @Test
  void findsWhatIsWrong(TestDatabase database) throws Exception {
    SpecLab lab = ContentLab.of(database, Layout.L3, media);
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
    Files.delete(new MediaFolder(media, uuid).of("b5531c7037f06c9f2947132a6a77202c308e8939"));
    database.run(
        "INSERT INTO openedx_content_componenttype (namespace, name) VALUES ('xblock.v1', 'html')",
        "UPDATE openedx_content_draft SET version_id = NULL WHERE entity_id = 3",
        "UPDATE openedx_content_publishlogrecord SET dependencies_hash_digest = '00000000' WHERE"
            + " entity_id = 4",
        "UPDATE openedx_content_media SET text = '<changed/>' WHERE text LIKE '%html%' LIMIT 1");

    assertThat(ContentApi.verify(ContentLab.settings(database), Optional.of(media)))
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
    ContentLab.of(database, Layout.L3, media)
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

    assertThat(ContentApi.verify(ContentLab.settings(database), Optional.of(media)))
        .extracting(Finding::toString)
        .contains(
            "p: the draft of 'xblock.v1:html:a' is a version of another entity",
            "p: the draft of 'xblock.v1:html:c' points at no log record, but there are some",
            "p: the published of 'xblock.v1:html:a' points at a log record of another entity")
        .anySatisfy(line -> assertThat(line).endsWith("has neither text nor a file"));
  }
}
