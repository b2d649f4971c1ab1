package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/**
 * A table of an engine without transactions on its way back: its rows are loaded into a table
 * beside it, which then takes its name in one statement. Such tables have no foreign keys that
 * could follow the name.
 *
 * @param restore loads the rows
 */
record SwappedTable(Connection connection, TableRestore restore) {

  long restore(SavedTable saved, CatalogTable live) throws SQLException, IOException {
    if (restore.isAsSaved(saved, live, live.name())) {
      return -1;
    }
    if (!DatabaseRights.seesTriggers(connection)) {
      throw new SnapshotException(
          "table %s knows no transactions, and the user may not see whether it has triggers, which would go when it is replaced; grant the user TRIGGER on the database, or convert the table: ALTER TABLE %s ENGINE=InnoDB"
              .formatted(live.name(), live.name()));
    }
    if (CatalogReader.triggered(connection).contains(live.name())) {
      throw new SnapshotException(
          "table %s knows no transactions and has triggers, so that it cannot be replaced in one step; drop its triggers, or convert it: ALTER TABLE %s ENGINE=InnoDB"
              .formatted(live.name(), live.name()));
    }
    String name = Ddl.quote(live.name());
    String fresh = BesideNames.fresh(live.name());
    String former = BesideNames.former(live.name());
    restore.execute("CREATE TABLE %s LIKE %s".formatted(Ddl.quote(fresh), name));
    long rows = restore.load(saved, live, fresh);
    restore.number(saved, fresh);
    restore.execute(
        "RENAME TABLE %s TO %s, %s TO %s"
            .formatted(name, Ddl.quote(former), Ddl.quote(fresh), name));
    restore.execute("DROP TABLE " + Ddl.quote(former));
    return rows;
  }
}
