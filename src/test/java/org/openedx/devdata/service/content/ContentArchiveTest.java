package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SharedFixtures;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Archives that are restored into databases, over others and over themselves. */
@DatabaseTest
class ContentArchiveTest {

  @TempDir Path folder;

  private Path media() {
    return folder.resolve("media");
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
    return ContentLab.dump(database, key, media(), folder.resolve(name));
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
    String spec = ContentLab.restoring(fixture());
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
    assertThat(ContentApi.verify(ContentLab.settings(database), Optional.of(media()))).isEmpty();
  }
}
