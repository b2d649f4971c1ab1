package org.openedx.devdata.service.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * The rows of a site's ClickHouse that pipelines and this tool have written, and what is derived
 * from them: all of its databases but the level of the migrations. Immutable.
 *
 * @param tables to be truncated: raw ones last, so that no derived row outlives its source's
 */
public record AspectsEmptying(List<Part> tables) {

  /** Dictionaries and views have no rows of their own; Distributed passes on what others have. */
  private static final List<String> WITHOUT_ROWS =
      List.of("View", "MaterializedView", "LiveView", "WindowView", "Dictionary", "Distributed");

  /** Truncating waits until the rows are gone, on all replicas. */
  private static final Map<String, String> SYNCHRONOUS = Map.of("alter_sync", "2");

  /** A materialised view without a table of its own keeps its rows in one of such a name. */
  private static final String INNER = ".inner";

  /**
   * A table that loses its rows.
   *
   * @param name its name
   * @param rows its rows as the server counts them without looking, duplicates included
   */
  public record Part(TableName name, long rows) {}

  public AspectsEmptying {
    tables = List.copyOf(tables);
  }

  /** Looks at what a site has. */
  public static AspectsEmptying of(ClickHouse server, AspectsNames names) {
    List<Part> derived = new ArrayList<>();
    List<Part> raw = new ArrayList<>();
    LiveAspects.read(server, names)
        .tables()
        .forEach(
            (name, table) -> {
              if (WITHOUT_ROWS.contains(table.engine())
                  || name.equals(names.of(AspectsTables.ALEMBIC_VERSION))) {
                return;
              }
              Part part = new Part(name, table.rows());
              (names.isRaw(name) && !name.table().startsWith(INNER) ? raw : derived).add(part);
            });
    derived.addAll(raw);
    return new AspectsEmptying(derived);
  }

  /** Number of rows that go. */
  public long rows() {
    return tables.stream().mapToLong(Part::rows).sum();
  }

  /**
   * Truncates. A run that was killed is finished by the next one.
   *
   * @param progress receives the name of each table
   */
  public void run(ClickHouse server, AspectsNames names, Consumer<String> progress) {
    // What a trigger still writes while its source is emptied goes in the second round.
    for (int round = 0; round < 2; round++) {
      for (Part part : tables) {
        progress.accept(part.name().toString());
        server.run(
            "TRUNCATE TABLE IF EXISTS " + part.name().quoted() + names.onCluster(), SYNCHRONOUS);
      }
    }
  }
}
