package org.openedx.devdata.service.content.layout.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.ContentRows;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class ContentMigratorTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

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

  /**
   * Run after run is killed, each after the next statement, so that every state is come back to.
   */
  @Test
  void killBetweenAnyTwoStatementsIsMadeGoodByTheNextRun(TestDatabase database)
      throws SQLException {
    TestDatabase whole = database.another("whole");
    LayoutLab.create(whole, Layout.L1);
    ContentRows.write(whole, Layout.L1);
    long statements =
        migrate(whole, Layout.CURRENT).stream().map(MigrationStep::shown).distinct().count();
    LayoutLab.create(database, Layout.L1);
    ContentRows.write(database, Layout.L1);

    Set<String> killedAfter = new HashSet<>();
    while (isKilledAfterAStatement(database, killedAfter)) {
      assertThat((long) killedAfter.size()).isLessThan(statements);
    }

    assertThat((long) killedAfter.size()).isGreaterThan(statements - 5);
    assertThat(LayoutLab.schema(database)).isEqualTo(LayoutLab.schema(whole));
    assertThat(ContentRows.read(database, Layout.CURRENT))
        .isEqualTo(ContentRows.read(whole, Layout.CURRENT));
    assertThat(database.rows("SELECT app, name FROM django_migrations ORDER BY id"))
        .isEqualTo(whole.rows("SELECT app, name FROM django_migrations ORDER BY id"));
    assertThat(contentTypes(database)).isEqualTo(contentTypes(whole));
  }

  @Test
  void someTablesRenamedByHandAreNoObstacle(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L1);
    database.run(
        "RENAME TABLE oel_units_unit TO openedx_content_unit, oel_collections_collection TO"
            + " openedx_content_collection");

    migrate(database, Layout.L2);

    TestDatabase made = database.another("made");
    LayoutLab.create(made, Layout.L2);
    assertThat(LayoutLab.schema(database)).isEqualTo(LayoutLab.schema(made));
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

  static List<MigrationStep> migrate(TestDatabase database, Layout to) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new ContentMigrator(open, LayoutLab.MAP, LayoutLab.CHAIN, NOW)
          .run(to, StepListener.NONE);
    }
  }

  private static List<MigrationStep> plan(TestDatabase database, Layout to) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new ContentMigrator(open, LayoutLab.MAP, LayoutLab.CHAIN, NOW).plan(to);
    }
  }

  /** Runs until a statement was done that no earlier run was killed after. */
  private static boolean isKilledAfterAStatement(TestDatabase database, Set<String> killedAfter) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      List<String> done = new ArrayList<>();
      new ContentMigrator(open, LayoutLab.MAP, LayoutLab.CHAIN, NOW)
          .run(
              Layout.CURRENT,
              (number, of, step) -> {
                if (!done.isEmpty() && killedAfter.add(done.get(done.size() - 1))) {
                  throw new IllegalStateException("killed");
                }
                done.add(step.shown());
              });
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static List<List<String>> contentTypes(TestDatabase database) throws SQLException {
    return database.rows(
        "SELECT t.app_label, t.model, p.codename FROM django_content_type t JOIN"
            + " auth_permission p ON p.content_type_id = t.id ORDER BY 1, 2, 3");
  }
}
