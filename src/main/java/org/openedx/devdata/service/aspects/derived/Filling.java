package org.openedx.devdata.service.aspects.derived;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * Fills a derived table from all rows that there are, whatever its view selects of them. A table of
 * rows of learners that a timer adds to is filled in portions of learners, so that memory has a
 * limit: its query sorts all events of a learner.
 *
 * @param clickhouse the site's server
 * @param tables what the site derives
 * @param rowsOfAPortion rows of a source that a portion reads, about
 */
record Filling(ClickHouse clickhouse, DerivedTables tables, long rowsOfAPortion) {

  private static final long ROWS_OF_A_PORTION = 2_000_000;
  private static final int MAXIMUM_PORTIONS = 1_000;
  private static final String LEARNER = "actor_id";

  /** A whole site has more months than one insert may touch by default. */
  private static final Map<String, String> WIDE = Map.of("max_partitions_per_insert_block", "0");

  static Filling of(ClickHouse clickhouse, DerivedTables tables) {
    return new Filling(clickhouse, tables, ROWS_OF_A_PORTION);
  }

  /** The query that gives all rows of a table; nothing when it selects by the clock otherwise. */
  Optional<String> query(Derived derived) {
    for (TableName name : tables.throughViews(derived)) {
      boolean byClock =
          tables
              .live()
              .find(name)
              .filter(table -> table.engine().equals("View"))
              .map(view -> LookBack.in(view.asSelect()))
              .orElse(false);
      if (byClock) {
        return Optional.empty();
      }
    }
    return LookBack.removed(derived.select());
  }

  /**
   * The statement that adds all rows of a table to those that are there. The server has understood
   * its query: what that names is there.
   */
  String insert(Derived derived) {
    String query = query(derived).orElseThrow();
    return "INSERT INTO %s (%s) %s"
        .formatted(
            derived.name().quoted(),
            columns(query).keySet().stream()
                .map(TableName::quote)
                .collect(Collectors.joining(", ")),
            query);
  }

  /** Runs that statement. */
  void fill(Derived derived, String insert) {
    Set<TableName> ofLearners = sourcesWith(derived, LEARNER);
    int portions = portions(derived, ofLearners);
    for (int portion = 0; portion < portions; portion++) {
      clickhouse.run(insert, portions == 1 ? WIDE : only(ofLearners, portions, portion));
    }
  }

  /** Names and types. A trigger matches columns by name, an INSERT by place. */
  Map<String, String> columns(String query) {
    Map<String, String> columns = new LinkedHashMap<>();
    clickhouse
        .rows("DESCRIBE TABLE (" + query + ")")
        .forEach(row -> columns.put(row.get(0), row.get(1)));
    return columns;
  }

  /** The sources of a table that have a column. */
  Set<TableName> sourcesWith(Derived derived, String column) {
    return tables.sources(derived).stream()
        .filter(name -> tables.live().columns(name).containsKey(column))
        .collect(
            Collectors.toCollection(
                () -> new TreeSet<>(Comparator.comparing(TableName::toString))));
  }

  private int portions(Derived derived, Set<TableName> ofLearners) {
    boolean rowsAreOfLearners =
        derived.kind() == Derived.Kind.APPENDED
            && !derived.readsItself()
            && tables.live().columns(derived.name()).containsKey(LEARNER);
    if (!rowsAreOfLearners) {
      return 1;
    }
    long rows = 0;
    for (TableName source : ofLearners) {
      rows = Math.max(rows, rows(source));
    }
    return (int) Math.min(MAXIMUM_PORTIONS, 1 + rows / rowsOfAPortion);
  }

  private static Map<String, String> only(Set<TableName> sources, int portions, int portion) {
    String filters =
        sources.stream()
            .map(
                source ->
                    "%s: %s"
                        .formatted(
                            TableName.literal(source.toString()),
                            TableName.literal(
                                "cityHash64(%s) %% %d = %d".formatted(LEARNER, portions, portion))))
            .collect(Collectors.joining(", ", "{", "}"));
    Map<String, String> settings = new HashMap<>(WIDE);
    settings.put("additional_table_filters", filters);
    return settings;
  }

  long rows(TableName table) {
    return Long.parseLong(clickhouse.value("SELECT count() FROM " + table.quoted()));
  }
}
