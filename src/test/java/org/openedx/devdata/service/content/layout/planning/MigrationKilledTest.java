package org.openedx.devdata.service.content.layout.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.service.content.layout.planning.Migrations.NOW;
import static org.openedx.devdata.service.content.layout.planning.Migrations.contentTypes;
import static org.openedx.devdata.service.content.layout.planning.Migrations.migrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.ContentRows;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Migrations that were killed, or begun by hand, and are finished by the next. */
@DatabaseTest
class MigrationKilledTest {

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
}
