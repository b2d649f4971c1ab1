package org.openedx.devdata.service.aspects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * Retention of statements in a site's derived tables.
 *
 * @param ttl ClickHouse's expression, over {@code emission_time}; nothing when they are kept for
 *     ever
 * @param keptFrom the moment from which statements are kept, to the hour; nothing when all of those
 *     asked for are
 */
public record AspectsRetention(Optional<String> ttl, Optional<Instant> keptFrom) {

  /**
   * Asks a site.
   *
   * @param from the earliest statement that matters
   * @param to after the latest
   * @return nothing when the site has no derived tables
   */
  public static Optional<AspectsRetention> read(
      ClickHouse clickhouse, AspectsNames names, Instant from, Instant to) {
    List<List<String>> tables =
        clickhouse.rows(
            "SELECT engine_full FROM system.tables WHERE database = %s AND name = %s"
                .formatted(
                    TableName.literal(names.parsed().database()),
                    TableName.literal(names.parsed().table())));
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> ttl = AspectsStatus.ttl(tables.get(0).get(0));
    return Optional.of(
        new AspectsRetention(ttl, ttl.flatMap(rule -> keptFrom(clickhouse, rule, from, to))));
  }

  /** Has the server say for each hour whether the rule drops it: rules may be of any form. */
  private static Optional<Instant> keptFrom(
      ClickHouse clickhouse, String rule, Instant from, Instant to) {
    long hours = (to.getEpochSecond() - from.getEpochSecond()) / 3600 + 1;
    String dropped =
        clickhouse.value(
            """
            SELECT countIf((%s) <= now()) FROM
            (SELECT toDateTime64(%d + number * 3600, 6, 'UTC') AS emission_time FROM numbers(%d))\
            """
                .formatted(rule, from.getEpochSecond(), hours));
    long count = Long.parseLong(dropped);
    return count == 0 ? Optional.empty() : Optional.of(from.plusSeconds(count * 3600));
  }
}
