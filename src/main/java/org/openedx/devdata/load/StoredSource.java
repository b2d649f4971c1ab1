package org.openedx.devdata.load;

import java.io.IOException;
import java.util.Map;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.dump.DumpTable;

/** Where written files lie, and how ClickHouse gets them from there. Immutable. */
interface StoredSource {

  /** Whether {@link #find} sees what is there, and does not only know what may be. */
  boolean isListed();

  /** Looks what is there. */
  StoredFiles find() throws IOException;

  /**
   * Has a server take a file.
   *
   * @param into where the table is on the site
   * @return how many rows that were
   * @throws ClickHouseException when the server does not take it
   */
  long load(
      ClickHouse server, DumpTable table, TableName into, String file, Map<String, String> settings)
      throws IOException;

  /** What a server says of a file, without secrets. */
  ClickHouseException told(ClickHouseException problem, String file);
}
