package org.openedx.devdata.keep.diff.mysql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.rows.NamedRows;
import org.openedx.devdata.keep.snapshot.mysql.TableSum;

/** One of two states of a database that are compared. Not thread-safe. */
public interface DiffSide extends AutoCloseable {

  /** Its tables. */
  Catalog catalog();

  /** Migrations that Django had run, as {@code app.name}. */
  List<String> migrations();

  /**
   * Fingerprints of tables, by name.
   *
   * @param done receives numbers of rows as they are read
   */
  Map<String, TableSum> sums(Collection<CatalogTable> tables, LongConsumer done)
      throws SQLException, IOException;

  /** Rows of a table, in the order of its primary key; one table at a time. */
  RowLines lines(CatalogTable table) throws SQLException, IOException;

  /** Rows that are looked up, while a table is read. */
  NamedRows rows();

  @Override
  void close();
}
