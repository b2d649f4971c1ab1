package org.openedx.devdata.keep.diff.mysql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.SharedView;
import org.openedx.devdata.jdbc.stream.TableStream;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.rows.LiveRows;
import org.openedx.devdata.keep.rows.NamedRows;
import org.openedx.devdata.keep.snapshot.mysql.LiveSums;
import org.openedx.devdata.keep.snapshot.mysql.TableSum;

/** A database as it is at the moment when it was opened. Nothing is written. */
public final class LiveSide implements DiffSide {

  private final String label;
  private final SharedView view;
  private final MySqlDatabase lookups;
  private final Catalog catalog;
  private final List<String> migrations;

  private LiveSide(
      String label,
      SharedView view,
      MySqlDatabase lookups,
      Catalog catalog,
      List<String> migrations) {
    this.label = label;
    this.view = view;
    this.lookups = lookups;
    this.catalog = catalog;
    this.migrations = migrations;
  }

  /** Connects; from now on all rows are of one moment. */
  public static LiveSide open(ConnectionSettings settings) {
    MySqlDatabase lookups = MySqlDatabase.open(settings);
    SharedView view = null;
    try {
      lookups.handle().execute("SET SESSION wait_timeout = 86400");
      view = SharedView.open(LiveSums.connections(), () -> MySqlDatabase.connect(settings));
      Connection first = view.connections().get(0);
      Catalog catalog = CatalogReader.read(first, settings.label());
      return new LiveSide(
          settings.label(), view, lookups, catalog, CatalogReader.migrations(first, catalog));
    } catch (SQLException e) {
      close(view, lookups);
      throw SqlFailures.explain(settings.label() + ": it could not be read", e);
    } catch (RuntimeException e) {
      close(view, lookups);
      throw e;
    }
  }

  private static void close(SharedView view, MySqlDatabase lookups) {
    if (view != null) {
      view.close();
    }
    lookups.close();
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public List<String> migrations() {
    return migrations;
  }

  @Override
  public Map<String, TableSum> sums(Collection<CatalogTable> tables, LongConsumer done)
      throws SQLException, IOException {
    return LiveSums.of(label, view, tables, done);
  }

  @Override
  public RowLines lines(CatalogTable table) throws SQLException {
    return new LiveLines(TableStream.open(view.connections().get(0), table));
  }

  @Override
  public NamedRows rows() {
    return new LiveRows(lookups);
  }

  @Override
  public void close() {
    close(view, lookups);
  }
}
