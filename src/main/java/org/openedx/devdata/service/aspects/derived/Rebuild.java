package org.openedx.devdata.service.aspects.derived;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.Derived.Kind;

/**
 * Makes the derived tables again ({@code devdata aspects rebuild}), in the order of what reads
 * what: each is emptied and filled by its own view's query from all rows that there are;
 * dictionaries are reloaded, tables that a timer replaces are refreshed. Triggers fill later tables
 * while earlier ones are made, which is why each is emptied in its turn. Used once.
 */
public final class Rebuild {

  private final AspectsNames names;
  private final ClickHouse clickhouse;
  private final DerivedTables tables;
  private final Filling filling;
  private final Refresh refresh;
  private final Consumer<String> progress;

  private Rebuild(
      ClickHouse clickhouse, AspectsNames names, Filling filling, Consumer<String> progress) {
    this.clickhouse = clickhouse;
    this.names = names;
    this.tables = filling.tables();
    this.filling = filling;
    this.refresh = new Refresh(clickhouse, names, progress);
    this.progress = progress;
  }

  /**
   * Outcome for one table.
   *
   * @param table its name
   * @param rows how many it has now; empty for a dictionary
   */
  public record Rebuilt(TableName table, Optional<Long> rows) {}

  /**
   * Makes everything again. Nothing should be loaded meanwhile.
   *
   * @param progress is given a line for each table before its turn
   * @throws DatabaseException before anything is changed, when a table cannot be filled as it was;
   *     or when the server refuses something, with what is not complete then
   */
  public static List<Rebuilt> all(
      ClickHouse clickhouse, AspectsNames names, Consumer<String> progress) {
    return of(clickhouse, names, progress).run();
  }

  /**
   * Fills only what timers add to, from all rows that there are, because timers look back a short
   * time only, and what triggers make of that. Where of two rows with one key the newest counts,
   * nothing is emptied.
   */
  public static List<Rebuilt> history(
      ClickHouse clickhouse, AspectsNames names, Consumer<String> progress) {
    return of(clickhouse, names, progress).runHistory();
  }

  private static Rebuild of(ClickHouse clickhouse, AspectsNames names, Consumer<String> progress) {
    DerivedTables tables = DerivedTables.readEverywhere(clickhouse, names);
    return new Rebuild(clickhouse, names, Filling.of(clickhouse, tables), progress);
  }

  /** As {@link #all}, in portions of about so many rows. */
  static List<Rebuilt> all(
      ClickHouse clickhouse, AspectsNames names, Consumer<String> progress, long rowsOfAPortion) {
    DerivedTables tables = DerivedTables.readEverywhere(clickhouse, names);
    return new Rebuild(clickhouse, names, new Filling(clickhouse, tables, rowsOfAPortion), progress)
        .run();
  }

  private List<Rebuilt> run() {
    Map<Derived, String> inserts = inserts(tables.steps().stream().filter(Derived::accumulates));
    List<Rebuilt> rebuilt = new ArrayList<>();
    Set<TableName> emptied = new HashSet<>();
    try (ExpiryPause pause = ExpiryPause.of(clickhouse, names, tables)) {
      for (Derived step : tables.steps()) {
        if (step.accumulates()) {
          // Of several views that fill one table, the first empties it.
          rebuilt.add(filled(step, inserts.get(step), emptied.add(step.name())));
        } else {
          rebuilt.add(refreshed(step));
        }
      }
      pause.end();
    }
    return rebuilt;
  }

  private List<Rebuilt> runHistory() {
    List<Rebuilt> rebuilt = new ArrayList<>();
    Set<TableName> emptied = new HashSet<>();
    inserts(tables.steps().stream().filter(this::hasHistory))
        .forEach(
            (step, insert) ->
                rebuilt.add(
                    filled(step, insert, !takesRowsTwice(step) && emptied.add(step.name()))));
    return rebuilt;
  }

  /** Returns whether a table is filled by a timer, or by triggers on one that is. */
  private boolean hasHistory(Derived step) {
    return step.accumulates()
        && tables.steps().stream()
            .filter(other -> other.kind() == Kind.APPENDED)
            .anyMatch(
                other -> other.name().equals(step.name()) || tables.dependsOn(step, other.name()));
  }

  /**
   * Returns whether a table may be given rows that it has: of two with one key, the newer counts.
   */
  private boolean takesRowsTwice(Derived step) {
    return step.kind() == Kind.APPENDED && !step.readsItself() && replacesRows(step);
  }

  private boolean replacesRows(Derived step) {
    return tables
        .live()
        .find(step.name())
        .map(table -> table.engineFull().matches("(?s).*ReplacingMergeTree\\(.*\\w.*\\).*"))
        .orElse(false);
  }

  private Rebuilt refreshed(Derived step) {
    refresh.run(step);
    return new Rebuilt(
        step.name(),
        step.kind() == Kind.DICTIONARY ? Optional.empty() : Optional.of(filling.rows(step.name())));
  }

  private Rebuilt filled(Derived step, String insert, boolean empties) {
    progress.accept("filling " + step.name());
    try {
      if (empties) {
        clickhouse.run("TRUNCATE TABLE " + step.name().quoted() + names.onCluster());
      }
      filling.fill(step, insert);
    } catch (ClickHouseException e) {
      throw e.with(
          "%s; %s is not complete, nor is what comes after it: run the same command again, or `%s`"
              .formatted(e.getMessage(), step.name(), Dbt.fullRefresh(List.of(step.name()))));
    }
    return new Rebuilt(step.name(), Optional.of(filling.rows(step.name())));
  }

  /** Statements that fill each table, before anything is changed. */
  private Map<Derived, String> inserts(Stream<Derived> accumulating) {
    List<Derived> steps = accumulating.toList();
    new RebuildGuard(tables, filling, names).check(clickhouse, steps);
    Map<Derived, String> inserts = new LinkedHashMap<>();
    steps.forEach(step -> inserts.put(step, filling.insert(step)));
    return inserts;
  }
}
