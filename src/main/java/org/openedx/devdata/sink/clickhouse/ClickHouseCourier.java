package org.openedx.devdata.sink.clickhouse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Writes batches to the tables of a ClickHouse server, each by one insert with the batch's token,
 * so that a server that keeps such tokens takes it once however often it is sent. Thread-safe.
 *
 * @param server closed with this
 * @param names where each table is on the site
 * @param serverSettings ClickHouse settings of every insert
 */
public record ClickHouseCourier(
    ClickHouse server, Function<DumpTable, TableName> names, Map<String, String> serverSettings)
    implements Courier {

  public ClickHouseCourier {
    serverSettings = Map.copyOf(serverSettings);
  }

  @Override
  public String description() {
    return server.settings().label();
  }

  @Override
  public void open(DumpTable table) {
    TableName name = names.apply(table);
    Set<String> there = new HashSet<>();
    for (List<String> row :
        server.rows(
            "SELECT name FROM system.columns WHERE database = %s AND table = %s"
                .formatted(TableName.literal(name.database()), TableName.literal(name.table())))) {
      there.add(row.get(0));
    }
    List<String> missing = columns(table).stream().filter(c -> !there.contains(c)).toList();
    if (there.isEmpty()) {
      throw new DatabaseException(
          "%s has no table '%s'; run the site's own migrations, or load with --target embedded"
              .formatted(server.settings().label(), name));
    }
    if (!missing.isEmpty()) {
      throw new DatabaseException(
          "table '%s' of %s lacks the columns %s; migrate the site to Aspects 1.4 or newer"
              .formatted(name, server.settings().label(), missing));
    }
  }

  @Override
  public Delivery delivery(Batch batch) {
    return () -> insert(batch);
  }

  private long insert(Batch batch) {
    CountingBody body = new CountingBody(batch.body());
    try {
      server.insert(
          names.apply(batch.table()),
          columns(batch.table()),
          body,
          batch.rows(),
          batch.token(),
          serverSettings);
      return body.bytes();
    } catch (ClickHouseException e) {
      throw new DeliveryException(
          e.isTransient() ? Verdict.PASSING : Verdict.REFUSED, e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private static List<String> columns(DumpTable table) {
    return table.columns().stream().map(DumpTable.Column::name).toList();
  }
}
