package org.openedx.devdata.keep.snapshot.mysql;

import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/**
 * A saved table.
 *
 * @param table what it was like, its counter among it
 * @param create statement that makes it, of devdata's own tables; empty for others
 * @param rows number of rows
 * @param checksum sum of the hashes of all rows, in hexadecimal digits; see {@link RowSum}
 * @param bytes packed bytes
 * @param files the part's files that hold its rows, in the order of the primary key; packed lines
 */
public record SavedTable(
    CatalogTable table, String create, long rows, String checksum, long bytes, List<String> files) {

  /** Beginning of the names of tables that devdata makes for itself. */
  private static final String OWN = "devdata_";

  /** Returns whether a table is devdata's own: such tables come and go with its use. */
  public static boolean isOwn(String table) {
    return table.startsWith(OWN);
  }

  /** Fingerprint of its rows. */
  public TableSum sum() {
    return new TableSum(rows, checksum);
  }
}
