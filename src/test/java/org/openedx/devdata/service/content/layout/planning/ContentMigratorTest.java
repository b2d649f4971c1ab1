package org.openedx.devdata.service.content.layout.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.service.content.layout.planning.Migrations.NOW;
import static org.openedx.devdata.service.content.layout.planning.Migrations.contentTypes;
import static org.openedx.devdata.service.content.layout.planning.Migrations.migrate;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.ContentRows;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Migrations of a database to the current layout, whole and planned. */
@DatabaseTest
class ContentMigratorTest {

  @ParameterizedTest
  @CsvSource({
    "L1,L2",
    "L1,L3",
    "L1,CURRENT",
    "L2,L3",
    "L2,CURRENT",
    "L3,L4",
    "L3,CURRENT",
    "L4,CURRENT"
  })
  void migratedDatabaseIsAsOneMadeInThatLayout(Layout from, Layout to, TestDatabase database)
      throws SQLException {
    LayoutLab.create(database, from);
    ContentRows.write(database, from);
    TestDatabase made = database.another("made");
    LayoutLab.create(made, to);
    ContentRows.write(made, to);

    migrate(database, to);

    assertThat(LayoutLab.schema(database)).isEqualTo(LayoutLab.schema(made));
    assertThat(ContentRows.read(database, to)).isEqualTo(ContentRows.read(made, to));
    assertThat(database.rows("SELECT app, name FROM django_migrations"))
        .containsExactlyInAnyOrderElementsOf(made.rows("SELECT app, name FROM django_migrations"));
    assertThat(contentTypes(database)).containsAll(contentTypes(made));
    assertThat(plan(database, to)).isEmpty();
  }

  @Test
  void tablesAreRenamedInOneStatement(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L1);

    assertThat(plan(database, Layout.L2))
        .extracting(MigrationStep::sql)
        .filteredOn(sql -> sql.startsWith("RENAME TABLE"))
        .singleElement()
        .satisfies(sql -> assertThat(sql.split(" TO ")).hasSize(31));
  }

  @Test
  void planWritesNothing(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L1);
    Map<String, String> schema = LayoutLab.schema(database);

    plan(database, Layout.CURRENT);

    assertThat(LayoutLab.schema(database)).isEqualTo(schema);
    assertThat(database.value("SELECT COUNT(*) FROM django_migrations")).isEqualTo("23");
  }

  @Test
  void duplicateComponentTypesAreMerged(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    ContentRows.write(database, Layout.L3);
    database.run(
        "INSERT INTO openedx_content_componenttype VALUES (1, 'xblock.v1', 'html'), (2,"
            + " 'xblock.v1', 'video'), (4, 'xblock.v1', 'html')");

    migrate(database, Layout.CURRENT);

    assertThat(database.rows("SELECT id, name FROM openedx_content_componenttype ORDER BY id"))
        .containsExactly(List.of("1", "html"), List.of("2", "video"));
    assertThat(database.value("SELECT component_type_id FROM openedx_content_component"))
        .isEqualTo("1");
  }

  @Test
  void platformSwitchesAreRecordedWhereTheirPredecessorIs(TestDatabase database)
      throws SQLException {
    LayoutLab.create(database, Layout.L1);
    database.run(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('content_libraries',"
            + " '0011_remove_contentlibrary_bundle_uuid_and_more', NOW()), ('contentstore',"
            + " '0010_container_link_models', NOW())",
        "CREATE TABLE content_libraries_contentlibrary (id int PRIMARY KEY, learning_package_id"
            + " int NULL UNIQUE, CONSTRAINT"
            + " content_libraries_co_learning_package_id_fa203851_fk_oel_publi FOREIGN KEY"
            + " (learning_package_id) REFERENCES oel_publishing_learningpackage (id))");

    migrate(database, Layout.L2);

    assertThat(
            database.rows(
                "SELECT app, name FROM django_migrations WHERE app LIKE 'content%' AND name LIKE"
                    + " '%switch%' ORDER BY id"))
        .containsExactly(
            List.of("content_libraries", "0012_switch_to_openedx_content"),
            List.of("content_libraries", "0001_squashed_0012_switch_to_openedx_content"));
    assertThat(LayoutLab.schema(database).get("content_libraries_contentlibrary"))
        .contains(
            "_fk_oel_publi` FOREIGN KEY (`learning_package_id`) REFERENCES"
                + " `openedx_content_learningpackage`");
  }

  private static List<MigrationStep> plan(TestDatabase database, Layout to) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new ContentMigrator(open, LayoutLab.MAP, LayoutLab.CHAIN, NOW).plan(to);
    }
  }
}
