package org.openedx.devdata.service.content.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.migration.LayoutDetector;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.service.content.layout.planning.ContentMigrator;
import org.openedx.devdata.service.content.layout.planning.MigrationPlanning;
import org.openedx.devdata.service.content.layout.status.ContentStatus;
import org.openedx.devdata.service.content.layout.status.StatusReader;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Databases that end at any migration, as releases between two named layouts do: each is whole, and
 * what was begun in one is finished without going to the next.
 */
@DatabaseTest
class ReleasesTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final LocalDateTime MIGRATED = LocalDateTime.of(2026, 1, 1, 0, 0);

  @Test
  void databaseThatEndsAtAnyMigrationIsWhole(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    ContentRows.write(database, Layout.L2);

    for (Migration migration : after("0002")) {
      run(database, migration);

      ContentStatus status = status(database);
      assertThat(status.findings()).as("findings at %s", migration).isEmpty();
      assertThat(status.ends().orElseThrow().migration()).isEqualTo(migration);
      assertThat(status.wouldFail()).isFalse();
      assertThat(repair(database)).as("repair at %s", migration).isEmpty();
    }

    TestDatabase made = database.another("made");
    LayoutLab.create(made, Layout.CURRENT);
    assertThat(LayoutLab.schema(database)).isEqualTo(LayoutLab.schema(made));
  }

  /** After each statement of each migration, as Django or devdata leave it when they are killed. */
  @Test
  void repairPlansNothingOfLaterMigrations(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L2);
    ContentRows.write(database, Layout.L2);
    int interrupted = 0;

    for (Migration migration : after("0002")) {
      for (MigrationStep step : plan(database, migration)) {
        execute(database, step);
        List<MigrationStep> repair = repair(database);
        assertThat(repair)
            .extracting(MigrationStep::migration)
            .isSubsetOf(migration.toString(), "content types");
        interrupted += repair.isEmpty() ? 0 : 1;
        assertThat(status(database).ends().orElseThrow().migration().name())
            .isLessThanOrEqualTo(migration.name());
      }
    }

    assertThat(interrupted).isGreaterThan(35);
  }

  @Test
  void layoutIsNamedWhereTablesAreKnownAndTheMigrationWhereNot(TestDatabase database)
      throws SQLException {
    LayoutLab.create(database, Layout.L3);
    Map<String, Layout> known =
        Map.of(
            "0004", Layout.L3,
            "0005", Layout.L4,
            "0006", Layout.L4,
            "0007", Layout.L4,
            "0012", Layout.CURRENT,
            "0013", Layout.CURRENT,
            "0014", Layout.CURRENT);

    for (Migration migration : after("0003")) {
      run(database, migration);
      Layout layout = known.get(migration.name().substring(0, 4));
      if (layout != null) {
        assertThat(detect(database)).as("at %s", migration).isEqualTo(layout);
      } else {
        assertThatThrownBy(() -> detect(database))
            .hasMessageContaining("end at " + migration + ", between layouts L4 and current")
            .hasMessageContaining("`devdata content migrate --to current` goes on from there");
      }
    }
  }

  /** Only devdata's own guess would tell a lost column from an upgrade. */
  @Test
  void lostColumnIsNoUpgrade(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    database.run("ALTER TABLE openedx_content_collection DROP COLUMN description");

    assertThat(status(database).findings())
        .extracting(ContentStatus.Finding::message)
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .contains("lack openedx_content_collection.description")
                    .contains("restore a dump"));
    assertThat(repair(database)).isEmpty();
  }

  private static List<Migration> after(String number) {
    return LayoutLab.CHAIN.merged().stream()
        .filter(migration -> migration.name().substring(0, 4).compareTo(number) > 0)
        .toList();
  }

  private static void run(TestDatabase database, Migration last) {
    for (MigrationStep step : plan(database, last)) {
      execute(database, step);
    }
  }

  private static List<MigrationStep> plan(TestDatabase database, Migration last) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new MigrationPlanning(open, LayoutLab.MAP, LayoutLab.CHAIN, MIGRATED)
          .way(LayoutLab.CHAIN.upTo(last));
    }
  }

  private static void execute(TestDatabase database, MigrationStep step) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      Handle handle = open.handle();
      handle.execute(step.sql(), step.values().toArray());
      open.commit();
    }
  }

  private static ContentStatus status(TestDatabase database) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new StatusReader(open, LayoutLab.MAP, LayoutLab.CHAIN).read();
    }
  }

  private static List<MigrationStep> repair(TestDatabase database) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new ContentMigrator(open, LayoutLab.MAP, LayoutLab.CHAIN, NOW).planRepair();
    }
  }

  private static Layout detect(TestDatabase database) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new LayoutDetector(LayoutLab.MAP).detect(open.schema());
    }
  }
}
