package org.openedx.devdata.service.aspects;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.raw.AspectsDatabase;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * Names of a site's databases.
 *
 * @param xapi the statements that Ralph writes, and the level of the migrations
 * @param eventSink courses, blocks, tags, learners
 * @param reporting the other derived tables, made by dbt
 * @param openedx the statements that Vector writes
 * @param rawTable the table of statements
 * @param cluster the cluster on which tables are replicated, when there is one
 * @param source the database of the statements that the reports read: {@code openedx}, where Vector
 *     writes them, or {@code xapi} where Ralph does; see {@link AspectsSource}
 */
public record AspectsNames(
    String xapi,
    String eventSink,
    String reporting,
    String openedx,
    String rawTable,
    Optional<String> cluster,
    String source) {

  /** Names of a site whose statements Vector writes, the default since Aspects 5.0. */
  public AspectsNames(
      String xapi,
      String eventSink,
      String reporting,
      String openedx,
      String rawTable,
      Optional<String> cluster) {
    this(xapi, eventSink, reporting, openedx, rawTable, cluster, openedx);
  }

  /** The service's key in top-level specs and on the command line. */
  public static final String IDA = "aspects";

  /** The default names of Tutor's plugin. */
  public static final AspectsNames DEFAULT =
      new AspectsNames(
          "xapi", "event_sink", "reporting", "openedx", "xapi_events_all", Optional.empty());

  /** The database of a part. */
  public String database(AspectsDatabase part) {
    return switch (part) {
      case XAPI -> xapi;
      case EVENT_SINK -> eventSink;
      case REPORTING -> reporting;
      case OPENEDX -> openedx;
    };
  }

  /** All of them. */
  public Set<String> databases() {
    return new TreeSet<>(List.of(source, xapi, eventSink, reporting, openedx));
  }

  /** The table of statements. */
  public TableName statements() {
    return new TableName(source, rawTable);
  }

  /** The table of the statements that another program writes, which the reports do not read. */
  public TableName otherStatements() {
    return new TableName(source.equals(openedx) ? xapi : openedx, rawTable);
  }

  /** The table that the site's first trigger fills from the statements. */
  public TableName parsed() {
    return new TableName(source, "xapi_events_all_parsed");
  }

  /** The same with the statements in another database. */
  public AspectsNames withSource(String database) {
    return new AspectsNames(xapi, eventSink, reporting, openedx, rawTable, cluster, database);
  }

  /** Name of a raw table; that of statements is the one that the reports read. */
  public TableName of(AspectsTable table) {
    if (table.equals(AspectsTables.STATEMENTS)) {
      return statements();
    }
    boolean vector = table.equals(AspectsTables.VECTOR_STATEMENTS);
    return new TableName(database(table.database()), vector ? rawTable : table.name());
  }

  /** As {@link #of(AspectsTable)}, for the table of a dump. */
  public TableName of(DumpTable table) {
    return of(table.raw());
  }

  /** Returns whether other systems write a table: it cannot be made again from anything. */
  public boolean isRaw(TableName table) {
    boolean statements =
        table.table().equals(rawTable) && List.of(source, xapi, openedx).contains(table.database());
    return statements
        || AspectsTables.ALL.stream()
            .anyMatch(
                raw ->
                    raw.name().equals(table.table())
                        && database(raw.database()).equals(table.database()));
  }

  /** A table of courses, tags or learners. */
  public TableName eventSink(String table) {
    return new TableName(eventSink, table);
  }

  /** {@code ON CLUSTER} with the blank before it, or nothing. */
  public String onCluster() {
    return cluster.map(name -> " ON CLUSTER " + TableName.quote(name)).orElse("");
  }
}
