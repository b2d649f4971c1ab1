package org.openedx.devdata.service.aspects;

import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * Sight of all tables of a site: a server lists to a user only those on which it has rights, so
 * that others look absent, and nothing would be made, filled or emptied of them. Stateless.
 */
final class SiteSight {

  private static final String NO_TABLE = "devdata_no_such_table";

  private SiteSight() {}

  /**
   * @throws ClickHouseException when the user sees only some, with the right that it lacks
   */
  static void require(ClickHouse clickhouse, AspectsNames names) {
    for (String database : names.databases()) {
      try {
        clickhouse.rows("EXISTS TABLE " + new TableName(database, NO_TABLE).quoted());
      } catch (ClickHouseException e) {
        throw e.isDenied()
            ? e.with(
                "this user may not see all tables of %s, and what it does not see would be left out: %s"
                    .formatted(database, e.getMessage()))
            : e;
      }
    }
  }
}
