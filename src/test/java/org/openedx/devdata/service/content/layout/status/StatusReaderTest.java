package org.openedx.devdata.service.content.layout.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.ContentRows;
import org.openedx.devdata.service.content.layout.InBetween;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Area;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Finding;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class StatusReaderTest {

  @ParameterizedTest
  @EnumSource
  void wholeDatabaseHasNoContradictions(Layout layout, TestDatabase database) throws SQLException {
    LayoutLab.create(database, layout);

    ContentStatus status = read(database);

    assertThat(status.tables()).contains(layout);
    assertThat(status.migrations()).contains(layout);
    assertThat(status.findings()).isEmpty();
    assertThat(status.wouldFail()).isFalse();
    assertThat(status.next())
        .hasSize(LayoutLab.CHAIN.upTo(Layout.CURRENT).size() - LayoutLab.CHAIN.upTo(layout).size());
  }

  @Test
  void interruptedRenamingWouldFailInDjango(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L1);
    database.run("RENAME TABLE oel_units_unit TO openedx_content_unit");

    ContentStatus status = read(database);

    assertThat(status.tables()).isEmpty();
    assertThat(status.migrations()).contains(Layout.L1);
    assertThat(status.findings()).extracting(Finding::area).contains(Area.TABLES);
    assertThat(status.next())
        .filteredOn(next -> !next.trouble().isEmpty())
        .first()
        .satisfies(
            next -> {
              assertThat(next.migration().name()).startsWith("0002_rename");
              assertThat(next.trouble()).contains("1 of its 31 statements are done already");
            });
  }

  @Test
  void lostRowsAreFound(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    database.run("DELETE FROM django_migrations WHERE app = 'openedx_content' AND name > '0002'");

    assertThat(read(database).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.area()).isEqualTo(Area.MIGRATIONS);
              assertThat(finding.message())
                  .contains("openedx_content.0002_rename_tables_to_openedx_content and 1 more are");
            });
  }

  @Test
  void rowsAheadOfTheTablesAreFound(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    database.run(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('openedx_content',"
            + " '0003_rename_content_to_media', NOW())");

    assertThat(read(database).findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("0003_rename_content_to_media is recorded, but"));
  }

  @Test
  void lostForeignKeyIsFound(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.CURRENT);
    database.run(
        "ALTER TABLE openedx_content_unit DROP FOREIGN KEY"
            + " oel_units_unit_container_id_038c1b22_fk_oel_publi");

    assertThat(read(database).findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("oel_units_unit_container_id_038c1b22_fk_oel_publi"));
  }

  @Test
  void missingContentTypesAreFound(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    database.run("DELETE FROM auth_permission", "DELETE FROM django_content_type");

    assertThat(read(database).findings())
        .extracting(Finding::area)
        .containsExactly(Area.CONTENT_TYPES);
  }

  @Test
  void platformLinksThatComeTooLateAreFound(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    InBetween.make(database);

    ContentStatus status = read(database);

    assertThat(status.findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("upstream_block_id has no foreign key"));
    assertThat(status.next().get(0).migration().app()).isEqualTo("contentstore");
    assertThat(status.next().get(0).trouble()).contains("oel_*");
    assertThat(status.wouldFail()).isTrue();
  }

  @Test
  void badCodesWouldFailInDjango(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    ContentRows.write(database, Layout.L3);
    database.run("UPDATE openedx_content_collection SET _key = 'Mängel'");

    assertThat(read(database).next())
        .filteredOn(next -> next.migration().name().startsWith("0008"))
        .singleElement()
        .satisfies(next -> assertThat(next.trouble()).contains("collection key 'Mängel'"));
  }

  @Test
  void databaseWithoutContentIsRefused(TestDatabase database) {
    assertThatThrownBy(() -> read(database)).hasMessageContaining("no tables of authored content");
  }

  private static ContentStatus read(TestDatabase database) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new StatusReader(open, LayoutLab.MAP, LayoutLab.CHAIN).read();
    }
  }
}
