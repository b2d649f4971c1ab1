package org.openedx.devdata.service.content.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.service.content.layout.planning.ContentMigrator;
import org.openedx.devdata.service.content.layout.planning.StepListener;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class RepairTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @ParameterizedTest
  @EnumSource
  void wholeDatabaseNeedsNothing(Layout layout, TestDatabase database) throws SQLException {
    LayoutLab.create(database, layout);

    assertThat(repair(database)).isEmpty();
  }

  @Test
  void inBetweenDatabaseGetsItsLinksToTheNewTables(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    ContentRows.write(database, Layout.L3);
    InBetween.make(database);
    List<String> rows = ContentRows.read(database, Layout.L3);

    repair(database);

    Map<String, String> schema = LayoutLab.schema(database);
    assertThat(schema.get("contentstore_componentlink"))
        .contains(
            "CONSTRAINT `contentstore_compone_upstream_block_id_46d34dd1_fk_oel_compo` FOREIGN KEY"
                + " (`upstream_block_id`) REFERENCES `openedx_content_component`");
    assertThat(schema.get("contentstore_containerlink"))
        .contains("REFERENCES `openedx_content_container`");
    assertThat(
            database.rows(
                "SELECT name FROM django_migrations WHERE app = 'contentstore' ORDER BY 1"))
        .containsExactly(
            List.of("0008_cleanstalecertificateavailabilitydatesconfig"),
            List.of("0009_learningcontextlinksstatus_publishableentitylink"),
            List.of("0010_container_link_models"));
    assertThat(ContentRows.read(database, Layout.L3)).isEqualTo(rows);
    assertThat(repair(database)).isEmpty();
  }

  @Test
  void rowsOfLeftoverTablesAreKept(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    InBetween.make(database);
    database.run(
        "INSERT INTO contentstore_publishableentitylink VALUES (7, '"
            + "a".repeat(32)
            + "', 'u', 'c', 'd', 'e', 1, NULL, NOW(), NOW(), NULL)");

    repair(database);

    assertThat(database.rows("SELECT id, upstream_usage_key FROM contentstore_componentlink"))
        .containsExactly(List.of("7", "u"));
  }

  @Test
  void linkThatDjangoDroppedAndCouldNotMakeAgainIsMade(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    database.run(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('modulestore_migrator',"
            + " '0003_modulestoremigration_is_failed', NOW())",
        "CREATE TABLE modulestore_migrator_modulestoreblockmigration (id int PRIMARY KEY,"
            + " target_id bigint NULL)");

    repair(database);

    assertThat(LayoutLab.schema(database).get("modulestore_migrator_modulestoreblockmigration"))
        .contains("modulestore_migrator_target_id_681f3d9f_fk_oel_publi")
        .contains("`unsupported_reason` longtext");
    assertThat(
            database.rows(
                "SELECT name FROM django_migrations WHERE app = 'modulestore_migrator' ORDER BY 1"))
        .hasSize(4);
  }

  @Test
  void firstMigrationOfTheMigratorIsFinishedWhereDjangoStopsInIt(TestDatabase database)
      throws SQLException {
    LayoutLab.create(database, Layout.L3);
    InBetween.makeMigrator(database);

    repair(database);

    Map<String, String> schema = LayoutLab.schema(database);
    assertThat(schema.get("modulestore_migrator_modulestoremigration"))
        .contains(
            "modulestore_migrator_target_id_b609e5d6_fk_oel_publi` FOREIGN KEY (`target_id`)"
                + " REFERENCES `openedx_content_learningpackage`")
        .contains("`is_failed` tinyint(1) NOT NULL")
        .contains("KEY `modulestore_migrator_module_task_status_id_7039b961`");
    assertThat(schema.get("modulestore_migrator_modulestoreblocksource"))
        .contains("modulestore_migrator_overall_source_id_cf5e099e_fk_modulesto");
    assertThat(
            database.rows(
                "SELECT name FROM django_migrations WHERE app = 'modulestore_migrator' ORDER BY 1"))
        .hasSize(6);
    assertThat(repair(database)).isEmpty();
  }

  @Test
  void tablesOfTheMigratorInAnotherStateAreLeftAlone(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    InBetween.makeMigrator(database);
    database.run("ALTER TABLE modulestore_migrator_modulestoremigration ADD target_id int NULL");
    Map<String, String> schema = LayoutLab.schema(database);

    assertThat(repair(database)).isEmpty();
    assertThat(LayoutLab.schema(database)).isEqualTo(schema);
  }

  @Test
  void killedRepairIsFinishedByTheNextOne(TestDatabase database) throws SQLException {
    TestDatabase whole = database.another("whole");
    LayoutLab.create(whole, Layout.L3);
    InBetween.make(whole);
    InBetween.makeMigrator(whole);
    repair(whole);
    LayoutLab.create(database, Layout.L3);
    InBetween.make(database);
    InBetween.makeMigrator(database);

    Set<String> killedAfter = new HashSet<>();
    while (isKilled(database, killedAfter)) {
      assertThat(killedAfter).hasSizeLessThan(80);
    }

    assertThat(killedAfter).hasSizeGreaterThan(35);
    assertThat(LayoutLab.schema(database)).isEqualTo(LayoutLab.schema(whole));
    assertThat(database.rows("SELECT app, name FROM django_migrations ORDER BY 1, 2"))
        .isEqualTo(whole.rows("SELECT app, name FROM django_migrations ORDER BY 1, 2"));
  }

  @Test
  void migrationThatDjangoLeftHalfWayIsFinished(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    ContentRows.write(database, Layout.L2);
    database.run(
        "RENAME TABLE openedx_content_componentversioncontent TO"
            + " openedx_content_componentversionmedia",
        "RENAME TABLE openedx_content_content TO openedx_content_media",
        "ALTER TABLE openedx_content_componentversionmedia DROP FOREIGN KEY"
            + " oel_components_compo_content_id_83665e85_fk_oel_conte");

    repair(database);

    TestDatabase made = database.another("made");
    LayoutLab.create(made, Layout.L3);
    assertThat(LayoutLab.schema(database)).isEqualTo(LayoutLab.schema(made));
    assertThat(
            database.value(
                "SELECT MAX(name) FROM django_migrations WHERE app =" + " 'openedx_content'"))
        .isEqualTo("0003_rename_content_to_media");
  }

  @Test
  void lostRowsAreRecordedAndTablesLeftAlone(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.CURRENT);
    ContentRows.write(database, Layout.CURRENT);
    database.run("UPDATE openedx_content_publishlogrecord SET direct = 1");
    Map<String, String> schema = LayoutLab.schema(database);
    List<String> rows = ContentRows.read(database, Layout.CURRENT);
    List<List<String>> migrations = migrations(database);
    database.run("DELETE FROM django_migrations WHERE app = 'openedx_content'");

    repair(database);

    // The last two change nothing that the tables show: whether they have run is for Django to say.
    migrations.removeIf(row -> row.get(1).startsWith("0013_") || row.get(1).startsWith("0014_"));
    assertThat(migrations(database)).isEqualTo(migrations);
    assertThat(LayoutLab.schema(database)).isEqualTo(schema);
    assertThat(ContentRows.read(database, Layout.CURRENT)).isEqualTo(rows);
  }

  @Test
  void tablesInNoKnownStateAreLeftToAPerson(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    database.run(
        "RENAME TABLE openedx_content_content TO openedx_content_media",
        "ALTER TABLE openedx_content_componentversioncontent DROP INDEX oel_cvcontent_cv_d");
    Map<String, String> schema = LayoutLab.schema(database);

    assertThatThrownBy(() -> repair(database))
        .hasMessageContaining("in no state that openedx_content.0003_rename_content_to_media")
        .hasMessageContaining("nothing was written");
    assertThat(LayoutLab.schema(database)).isEqualTo(schema);
  }

  private static List<List<String>> migrations(TestDatabase database) throws SQLException {
    return database.rows("SELECT app, name FROM django_migrations ORDER BY 1, 2");
  }

  private static List<MigrationStep> repair(TestDatabase database) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return migrator(open).repair(StepListener.NONE);
    }
  }

  private static ContentMigrator migrator(MySqlDatabase open) {
    return new ContentMigrator(open, LayoutLab.MAP, LayoutLab.CHAIN, NOW);
  }

  private static boolean isKilled(TestDatabase database, Set<String> killedAfter) {
    String[] last = {""};
    try (MySqlDatabase open = LayoutLab.open(database)) {
      migrator(open)
          .repair(
              (number, of, step) -> {
                if (!last[0].isEmpty() && killedAfter.add(last[0])) {
                  throw new IllegalStateException("killed");
                }
                last[0] = step.shown();
              });
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
