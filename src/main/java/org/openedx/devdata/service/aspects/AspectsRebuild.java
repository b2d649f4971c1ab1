package org.openedx.devdata.service.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * Makes the derived tables anew ({@code devdata aspects rebuild}), in the order of what reads what:
 * each is emptied and filled by its own trigger's query; dictionaries are reloaded. Triggers fill
 * later tables while earlier ones are made, which is why each is emptied in its turn. Stateless.
 */
public final class AspectsRebuild {

  /** A whole site has more months than one insert may touch by default. */
  private static final Map<String, String> WIDE = Map.of("max_partitions_per_insert_block", "0");

  private AspectsRebuild() {}

  /**
   * What became of one table.
   *
   * @param table its name
   * @param rows how many it has now; empty for a dictionary
   */
  public record Rebuilt(TableName table, Optional<Long> rows) {}

  /** Reloads the dictionaries alone, as is needed between dimensions and statements. */
  public static List<Rebuilt> reloadDictionaries(
      ClickHouse clickhouse, AspectsNames names, Consumer<String> progress) {
    return run(clickhouse, names, progress, false);
  }

  /**
   * Makes everything anew. Nothing should be loaded meanwhile.
   *
   * @param progress told which table comes next
   */
  public static List<Rebuilt> rebuild(
      ClickHouse clickhouse, AspectsNames names, Consumer<String> progress) {
    return run(clickhouse, names, progress, true);
  }

  private static List<Rebuilt> run(
      ClickHouse clickhouse, AspectsNames names, Consumer<String> progress, boolean tables) {
    List<Rebuilt> rebuilt = new ArrayList<>();
    for (DerivedTables.Step step : DerivedTables.of(LiveAspects.read(clickhouse, names)).steps()) {
      if (step.select().isEmpty()) {
        progress.accept("reloading dictionary " + step.name());
        clickhouse.run("SYSTEM RELOAD DICTIONARY" + names.onCluster() + " " + step.name().quoted());
        rebuilt.add(new Rebuilt(step.name(), Optional.empty()));
      } else if (tables) {
        progress.accept("filling " + step.name());
        rebuilt.add(fill(clickhouse, names, step.name(), step.select().get()));
      }
    }
    return rebuilt;
  }

  private static Rebuilt fill(
      ClickHouse clickhouse, AspectsNames names, TableName table, String select) {
    clickhouse.run("TRUNCATE TABLE " + table.quoted() + names.onCluster());
    // A trigger matches columns by name, an INSERT by place.
    String columns =
        clickhouse.rows("DESCRIBE TABLE (" + select + ")").stream()
            .map(row -> TableName.quote(row.get(0)))
            .collect(Collectors.joining(", ", "(", ")"));
    clickhouse.run("INSERT INTO " + table.quoted() + " " + columns + " " + select, WIDE);
    long rows = Long.parseLong(clickhouse.value("SELECT count() FROM " + table.quoted()));
    return new Rebuilt(table, Optional.of(rows));
  }
}
