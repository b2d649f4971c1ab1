package org.openedx.devdata.service.aspects.derived;

import java.util.List;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsStatus;

/**
 * A time in which derived tables do not drop the rows that are past their time. Tables without such
 * a rule are filled from those with one, and keep what they once took: so they must see it again.
 * Closing ends it; a server forgets it when it starts again.
 */
final class ExpiryPause implements AutoCloseable {

  private final ClickHouse clickhouse;
  private final AspectsNames names;
  private final List<TableName> tables;
  private boolean ended;

  private ExpiryPause(ClickHouse clickhouse, AspectsNames names, List<TableName> tables) {
    this.clickhouse = clickhouse;
    this.names = names;
    this.tables = tables;
  }

  static ExpiryPause of(ClickHouse clickhouse, AspectsNames names, DerivedTables derived) {
    List<TableName> expiring =
        derived.steps().stream()
            .map(Derived::name)
            .filter(
                name ->
                    derived
                        .live()
                        .find(name)
                        .flatMap(table -> AspectsStatus.ttl(table.engineFull()))
                        .isPresent())
            .toList();
    ExpiryPause pause = new ExpiryPause(clickhouse, names, expiring);
    try {
      pause.merges("STOP");
      return pause;
    } catch (RuntimeException e) {
      pause.close();
      throw e;
    }
  }

  private void merges(String action) {
    for (TableName table : tables) {
      clickhouse.run(
          "SYSTEM %s TTL MERGES%s %s".formatted(action, names.onCluster(), table.quoted()));
    }
  }

  /** Ends it. */
  void end() {
    ended = true;
    merges("START");
  }

  @Override
  public void close() {
    if (!ended) {
      try {
        end();
      } catch (ClickHouseException unreachable) {
        // What ended the work before says why.
      }
    }
  }
}
