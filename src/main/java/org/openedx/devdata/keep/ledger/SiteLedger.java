package org.openedx.devdata.keep.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;

/** The ledger of one database, as a person looks at it. Not thread-safe. */
public final class SiteLedger {

  private final LedgerStore store;
  private final MySqlDatabase database;

  private SiteLedger(LedgerStore store, MySqlDatabase database) {
    this.store = store;
    this.database = database;
  }

  /**
   * The ledger of a database, if it has one.
   *
   * @param file that keeps it instead of a table
   * @throws org.openedx.devdata.jdbc.DatabaseException when a later devdata wrote it
   */
  public static Optional<SiteLedger> of(MySqlDatabase database, Optional<Path> file) {
    Optional<LedgerStore> store =
        file.isPresent()
            ? Optional.of(
                new FileLedger(
                    LedgerFile.read(file.get()), MySqlUrl.masked(database.settings().url())))
            : LedgerTable.of(database).map(LedgerStore.class::cast);
    return store.map(one -> new SiteLedger(one, database));
  }

  /**
   * Refuses a file that holds no ledger, before a database is asked.
   *
   * @throws org.openedx.devdata.jdbc.DatabaseException with the reason
   */
  public static void check(Path file) {
    LedgerFile.read(file);
  }

  /**
   * Rows of one table and kind that a spec says.
   *
   * @param kind of the records that they come from
   * @param created rows that loads made
   * @param adopted rows that were there before
   */
  public record Holding(String kind, String table, long created, long adopted) {}

  /** The last loads, by spec and service. */
  public List<LoadRecord> loads() {
    return store.loads();
  }

  /** The rows of a spec's service, by kind and table. */
  public List<Holding> holdings(LoadRecord load) {
    List<Holding> holdings = new ArrayList<>();
    ServiceClaims claims = new ServiceClaims(store, load.spec(), load.ida());
    for (String table : claims.names()) {
      Map<String, long[]> counts = new LinkedHashMap<>();
      TableClaims rows = claims.of(table);
      for (int row = 0; row < rows.size(); row++) {
        long[] count = counts.computeIfAbsent(rows.kind(row), any -> new long[2]);
        count[rows.has(row, TableClaims.CREATED) ? 0 : 1]++;
      }
      counts.forEach((kind, count) -> holdings.add(new Holding(kind, table, count[0], count[1])));
    }
    return holdings;
  }

  /** Forgets all that the ledger holds of a spec, and commits; the rows stay. */
  public void forget(String spec) {
    store.loads().stream()
        .filter(load -> load.spec().equals(spec))
        .forEach(load -> store.forget(spec, load.ida()));
    database.commit();
    store.committed();
  }
}
