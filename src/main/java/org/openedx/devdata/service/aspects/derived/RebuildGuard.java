package org.openedx.devdata.service.aspects.derived;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;

/**
 * Looks, before anything is changed, whether tables that are to be emptied can be filled as they
 * were: the queries of their views must give all rows that the views have ever added.
 *
 * @param tables what the site derives
 * @param filling how tables are filled
 * @param names what the site has named its databases
 */
record RebuildGuard(DerivedTables tables, Filling filling, AspectsNames names) {

  /** Engines of tables that keep no rows, or give each of them once. */
  private static final String FORGETFUL =
      "'Null', 'Kafka', 'RabbitMQ', 'NATS', 'S3Queue', 'AzureQueue', 'FileLog', 'GenerateRandom', 'Memory'";

  /**
   * Checks all.
   *
   * @param steps what is to be filled
   * @throws DatabaseException with each table that cannot be filled, and why
   */
  void check(ClickHouse clickhouse, List<Derived> steps) {
    Set<TableName> forgetful = new HashSet<>();
    clickhouse
        .rows("SELECT database, name FROM system.tables WHERE engine IN (" + FORGETFUL + ")")
        .forEach(row -> forgetful.add(new TableName(row.get(0), row.get(1))));
    List<String> reasons = new ArrayList<>();
    List<TableName> refused = new ArrayList<>();
    for (Derived step : steps) {
      fault(step, forgetful)
          .ifPresent(
              fault -> {
                reasons.add(step.view() + " " + fault);
                refused.add(step.name());
              });
    }
    copies(steps).forEach(reasons::add);
    if (!reasons.isEmpty()) {
      throw new DatabaseException(
          "%s; nothing was changed; %s"
              .formatted(
                  String.join("; ", reasons),
                  refused.isEmpty()
                      ? "drop the view, or let dbt make its models again"
                      : "let dbt make it again: `%s`"
                          .formatted(Dbt.fullRefresh(refused.stream().distinct().toList()))));
    }
  }

  private Optional<String> fault(Derived step, Set<TableName> forgetful) {
    if (!tables.live().has(step.name())) {
      return Optional.of(
          "fills %s, which is not there, so that what it reads takes no rows"
              .formatted(step.name()));
    }
    String lost =
        tables.throughViews(step).stream()
            .filter(forgetful::contains)
            .map(TableName::toString)
            .collect(Collectors.joining(", "));
    if (!lost.isEmpty()) {
      return Optional.of(
          "reads %s, which keeps no rows, so that those of %s would be lost"
              .formatted(lost, step.name()));
    }
    Optional<String> query = filling.query(step);
    if (query.isEmpty()) {
      return Optional.of(
          "selects by the clock in a way that devdata cannot undo, so that rows of earlier days would be lost");
    }
    try {
      filling.columns(query.get());
      return Optional.empty();
    } catch (ClickHouseException e) {
      if (e.code() == ClickHouseException.NO_ANSWER) {
        throw e;
      }
      return Optional.of("has a query that fails now: " + e.getMessage());
    }
  }

  /** Raw tables into which triggers would add once more what is filled. */
  private List<String> copies(List<Derived> steps) {
    Set<TableName> filled = steps.stream().map(Derived::name).collect(Collectors.toSet());
    return tables.reads().keySet().stream()
        .filter(names::isRaw)
        .filter(name -> tables.readsOf(name).stream().anyMatch(filled::contains))
        .map(
            name ->
                "a view adds rows of derived tables to " + name + ", which would have them twice")
        .toList();
  }
}
