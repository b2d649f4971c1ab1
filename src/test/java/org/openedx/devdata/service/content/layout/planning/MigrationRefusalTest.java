package org.openedx.devdata.service.content.layout.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.service.content.layout.planning.Migrations.migrate;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.content.layout.ContentRows;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Databases whose content no migration takes, found before it begins. */
@DatabaseTest
class MigrationRefusalTest {

  @Test
  void keysThatTheNewChecksRefuseStopTheMigrationBeforeItBegins(TestDatabase database)
      throws SQLException {
    LayoutLab.create(database, Layout.L1);
    ContentRows.write(database, Layout.L1);
    database.run("UPDATE oel_components_component SET local_key = 'in tro'");
    Map<String, String> schema = LayoutLab.schema(database);

    assertThatThrownBy(() -> migrate(database, Layout.CURRENT))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("nothing was written")
        .hasMessageContaining("local key of a component 'in tro'");
    assertThat(LayoutLab.schema(database)).isEqualTo(schema);
  }

  @Test
  void containersOfNoKindStopTheMigrationBeforeItBegins(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    ContentRows.write(database, Layout.L2);
    database.run("DELETE FROM openedx_content_unitversion", "DELETE FROM openedx_content_unit");

    assertThatThrownBy(() -> migrate(database, Layout.CURRENT))
        .hasMessageContaining("container 'unit1-b7eafb' is neither section");
  }

  @Test
  void containersThatDifferByCaseStopTheMigrationBeforeItBegins(TestDatabase database)
      throws SQLException {
    LayoutLab.create(database, Layout.L2);
    ContentRows.write(database, Layout.L2);
    database.run(
        "INSERT INTO openedx_content_publishableentity SELECT 9, '"
            + "9".repeat(32)
            + "',"
            + " 'UNIT1-b7eafb', created, NULL, 1, 1 FROM openedx_content_publishableentity WHERE id"
            + " = 1",
        "INSERT INTO openedx_content_container VALUES (9)",
        "INSERT INTO openedx_content_unit VALUES (9)");

    assertThatThrownBy(() -> migrate(database, Layout.CURRENT))
        .hasMessageContaining("differs from another one only by case");
  }

  @Test
  void tablesOfTwoInstallationsAreRefused(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L1);
    database.run("CREATE TABLE openedx_content_unit (container_id bigint PRIMARY KEY)");

    assertThatThrownBy(() -> migrate(database, Layout.CURRENT))
        .hasMessageContaining("two tables for the same content");
  }

  @Test
  void rowsAheadOfTheTablesAreNotBelieved(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L1);
    database.run(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('openedx_content',"
            + " '0002_rename_tables_to_openedx_content', NOW())");

    assertThatThrownBy(() -> migrate(database, Layout.CURRENT))
        .hasMessageContaining("the tables are those of layout L1")
        .hasMessageContaining("nothing was written");
  }

  @Test
  void earlierLayoutIsRefused(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);

    assertThatThrownBy(() -> migrate(database, Layout.L2))
        .hasMessageContaining("has layout L3 already");
  }
}
