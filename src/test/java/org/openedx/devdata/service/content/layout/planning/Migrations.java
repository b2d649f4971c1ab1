package org.openedx.devdata.service.content.layout.planning;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.testing.TestDatabase;

/** Migrations of test databases by a fixed clock. */
final class Migrations {

  static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private Migrations() {}

  static List<MigrationStep> migrate(TestDatabase database, Layout to) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      return new ContentMigrator(open, LayoutLab.MAP, LayoutLab.CHAIN, NOW)
          .run(to, StepListener.NONE);
    }
  }

  static List<List<String>> contentTypes(TestDatabase database) throws SQLException {
    return database.rows(
        "SELECT t.app_label, t.model, p.codename FROM django_content_type t JOIN"
            + " auth_permission p ON p.content_type_id = t.id ORDER BY 1, 2, 3");
  }
}
