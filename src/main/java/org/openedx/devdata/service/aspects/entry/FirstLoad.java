package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;

/**
 * Remembers the run clock of the first load of a spec in the site's {@code load_test_runs}, so that
 * {@code today - 90d} means the same day in every later run, as in the other services. A site
 * without that table has no memory.
 *
 * @param server the site's
 * @param names what it has named its databases
 * @param run names the spec: seed and LMS
 * @param there whether the site has the table
 * @param inserts names each insert
 */
record FirstLoad(
    ClickHouse server, AspectsNames names, String run, boolean there, InsertNames inserts) {

  static final String TABLE = "load_test_runs";
  private static final String TYPE = "devdata first load";

  private String table() {
    return names.eventSink(TABLE).quoted();
  }

  private String condition() {
    return "run_id = %s AND event_type = %s"
        .formatted(TableName.literal(run), TableName.literal(TYPE));
  }

  /** The clock of the first load, or this one. */
  Instant clock(Instant now) {
    if (!there) {
      return now;
    }
    List<List<String>> found = found();
    try {
      return found.isEmpty() ? now : Instant.parse(found.get(0).get(0));
    } catch (DateTimeParseException notOurs) {
      return now;
    }
  }

  private List<List<String>> found() {
    return server.rows(
        "SELECT extra FROM %s WHERE %s ORDER BY timestamp LIMIT 1".formatted(table(), condition()));
  }

  /** Remembers the clock, unless there is one already. */
  void remember(Instant now) {
    if (there && found().isEmpty()) {
      server.run(
          "INSERT INTO %s (run_id, event_type, extra) VALUES (%s, %s, %s)"
              .formatted(
                  table(),
                  TableName.literal(run),
                  TableName.literal(TYPE),
                  TableName.literal(now.toString())),
          Map.of("insert_deduplication_token", inserts.next()));
    }
  }

  /** Forgets it: the spec's rows are removed. */
  void forget() {
    if (there) {
      server.run("DELETE FROM %s%s WHERE %s".formatted(table(), names.onCluster(), condition()));
    }
  }
}
