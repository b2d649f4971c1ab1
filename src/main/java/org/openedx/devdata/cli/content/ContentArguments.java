package org.openedx.devdata.cli.content;

import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.planning.ContentMigrator;
import picocli.CommandLine.Mixin;

/** Options of the commands of {@code devdata content}. Filled in by picocli. */
final class ContentArguments {

  private static final String IDA = ContentService.IDENTITY.ida();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  /** Something to do with the database of content. */
  @FunctionalInterface
  interface Work {
    int with(MySqlDatabase database);
  }

  /** Carries the layout of an open database over, or repairs it, by the session's clock. */
  static ContentMigrator migrator(Session session, MySqlDatabase database) {
    return new ContentMigrator(
        database,
        LayoutMap.standard(),
        MigrationChain.standard(),
        session.surroundings().clock().get());
  }

  /** Opens the target's database of content for some work. */
  int run(Session session, Work work) {
    try (Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      ConnectionSettings settings = databases.of(IDA);
      try (MySqlDatabase database = MySqlDatabase.open(settings)) {
        DatabaseRights.requireWhole(database);
        return work.with(database);
      }
    }
  }
}
