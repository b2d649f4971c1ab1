package org.openedx.devdata.service.aspects;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.LiveAspects.LiveTable;

/**
 * Table of statements that a site's reports read. Every site has two, Vector's and Ralph's; the
 * triggers of dbt are on one.
 *
 * @param names the site's, with the database of that table
 * @param triggered whether triggers say so; else nothing reads statements yet
 */
public record AspectsSource(AspectsNames names, boolean triggered) {

  /**
   * Finds the table that has the triggers. Where dbt has not run: the one that has rows, else the
   * one that is there, else the one that is named already.
   */
  public static AspectsSource find(ClickHouse clickhouse, AspectsNames names) {
    return find(LiveAspects.read(clickhouse, names), names);
  }

  private static AspectsSource find(LiveAspects live, AspectsNames names) {
    List<String> there =
        Stream.of(names.source(), names.xapi(), names.openedx())
            .distinct()
            .filter(database -> live.has(new TableName(database, names.rawTable())))
            .toList();
    List<String> triggered = those(there, database -> hasTriggers(live, names, database));
    if (triggered.size() > 1) {
      // A site that has changed from one to the other keeps the tables of before.
      triggered = those(triggered, database -> reportsRead(live, names, database));
    }
    if (triggered.size() == 1) {
      return new AspectsSource(names.withSource(triggered.get(0)), true);
    }
    List<String> filled = those(there, database -> hasRows(live, names, database));
    return Stream.of(filled, there)
        .filter(databases -> databases.size() == 1)
        .findFirst()
        .map(databases -> new AspectsSource(names.withSource(databases.get(0)), false))
        .orElse(new AspectsSource(names, false));
  }

  private static List<String> those(List<String> databases, Predicate<String> which) {
    return databases.stream().filter(which).toList();
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

  private static boolean hasRows(LiveAspects live, AspectsNames names, String database) {
    return live.find(new TableName(database, names.rawTable())).stream()
        .anyMatch(table -> table.rows() > 0);
  }

  private static boolean mentions(LiveTable view, String database, String table) {
    return Pattern.compile("(?<!\\w)`?\\Q%s\\E`?\\.`?%s`?(?!\\w)".formatted(database, table))
        .matcher(view.asSelect())
        .find();
  }
}
