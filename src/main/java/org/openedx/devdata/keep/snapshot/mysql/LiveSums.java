package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.SharedView;
import org.openedx.devdata.jdbc.stream.TableStream;

/** Fingerprints of the tables of a live database, several read at once. Stateless. */
public final class LiveSums {

  private LiveSums() {}

  /** Connections that reading takes; see {@link SharedView#open}. */
  public static int connections() {
    return Workers.count();
  }

  /**
   * Reads all rows of tables.
   *
   * @param where the database, for messages
   * @param done receives numbers of rows as they are read
   */
  public static Map<String, TableSum> of(
      String where, SharedView view, Collection<CatalogTable> tables, LongConsumer done)
      throws SQLException, IOException {
    List<TableChunk> chunks = new ArrayList<>();
    Map<String, RowSum> sums = new ConcurrentHashMap<>();
    for (CatalogTable table : tables) {
      sums.put(table.name(), new RowSum());
      chunks.addAll(TableChunk.of(view.connections().get(0), table));
    }
    Workers.run(
        where,
        view.connections(),
        TableChunk.largestFirst(chunks),
        helper ->
            (connection, chunk) -> {
              RowSum sum = new RowSum();
              RowBlock block = new RowBlock();
              try (TableStream stream =
                  TableStream.open(
                      connection, chunk.table(), chunk.table().name(), chunk.where())) {
                while (block.fill(stream)) {
                  block.addTo(sum);
                  done.accept(block.rows());
                }
              }
              sums.computeIfPresent(chunk.table().name(), (name, before) -> before.plus(sum));
            });
    Map<String, TableSum> totals = new TreeMap<>();
    sums.forEach((name, sum) -> totals.put(name, sum.total()));
    return totals;
  }
}
