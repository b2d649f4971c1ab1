package org.openedx.devdata.service.aspects;

import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.LiveAspects.LiveTable;

/**
 * Finds the statements that a site's reports read. Every site has two tables of them, Ralph's and
 * Vector's; the triggers of dbt are on one. Stateless.
 */
public final class AspectsSource {

  private AspectsSource() {}

  /**
   * The names with the database of the table that has the triggers. Where dbt has not run: of the
   * one table that has rows, else the one that is named already.
   */
  public static AspectsNames found(ClickHouse clickhouse, AspectsNames names) {
    return found(LiveAspects.read(clickhouse, names), names);
  }

  static AspectsNames found(LiveAspects live, AspectsNames names) {
    List<String> databases =
        Stream.of(names.source(), names.xapi(), names.openedx())
            .distinct()
            .filter(database -> live.has(new TableName(database, names.rawTable())))
            .toList();
    List<String> triggered =
        databases.stream().filter(database -> hasTriggers(live, names, database)).toList();
    if (triggered.size() > 1) {
      // A site that has changed from one to the other keeps the tables of before.
      triggered =
          triggered.stream().filter(database -> reportsRead(live, names, database)).toList();
    }
    if (triggered.size() == 1) {
      return names.withSource(triggered.get(0));
    }
    List<String> filled =
        databases.stream()
            .filter(
                database ->
                    live.find(new TableName(database, names.rawTable()))
                        .map(table -> table.rows() > 0)
                        .orElse(false))
            .toList();
    return filled.size() == 1 ? names.withSource(filled.get(0)) : names;
  }

  private static boolean hasTriggers(LiveAspects live, AspectsNames names, String database) {
    return live.tables().values().stream()
        .filter(table -> table.engine().equals("MaterializedView"))
        .anyMatch(view -> mentions(view, database, names.rawTable()));
  }

  /** Returns whether what is in the reports' database reads tables of a database of statements. */
  private static boolean reportsRead(LiveAspects live, AspectsNames names, String database) {
    return live.tables().entrySet().stream()
        .filter(entry -> entry.getKey().database().equals(names.reporting()))
        .anyMatch(entry -> mentions(entry.getValue(), database, "\\w+"));
  }

  private static boolean mentions(LiveTable view, String database, String table) {
    return java.util.regex.Pattern.compile(
            "(?<!\\w)`?\\Q%s\\E`?\\.`?%s`?(?!\\w)".formatted(database, table))
        .matcher(view.asSelect())
        .find();
  }
}
