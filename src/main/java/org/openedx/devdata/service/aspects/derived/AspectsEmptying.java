package org.openedx.devdata.service.aspects.derived;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.LiveAspects;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * The rows of a site's ClickHouse that pipelines and this tool have written, and what is derived
 * from them: all of its databases but what its migrations and dbt note of themselves. Immutable.
 *
 * @param tables with rows of their own: raw ones last, so that no derived row outlives its source's
 * @param dictionaries that read them, each after those that it reads
 */
public record AspectsEmptying(List<Part> tables, List<Derived> dictionaries) {

  /** Engines whose rows are in the table itself, beside those that end in MergeTree. */
  private static final Set<String> WITH_ROWS =
      Set.of("Log", "TinyLog", "StripeLog", "Memory", "Set", "Join", "EmbeddedRocksDB");

  /** The level of the migrations, and the manifest by which dbt knows the models that it made. */
  private static final Set<String> NOTES =
      Set.of(AspectsTables.ALEMBIC_VERSION.name(), AspectsTables.ASPECTS_DATA.name());

  /** Truncating waits until the rows are gone, on all replicas. */
  private static final Map<String, String> SYNCHRONOUS = Map.of("alter_sync", "2");

  /** A materialised view without a table of its own keeps its rows in one of such a name. */
  private static final String INNER = ".inner";

  /**
   * A table.
   *
   * @param name its name
   * @param rows its rows as the server counts them without looking, duplicates included
   * @param isKept whether they stay
   * @param isRaw whether other systems write it
   */
  public record Part(TableName name, long rows, boolean isKept, boolean isRaw) {

    /** Number of rows that go. */
    public long removed() {
      return isKept ? 0 : rows;
    }
  }

  public AspectsEmptying {
    tables = List.copyOf(tables);
    dictionaries = List.copyOf(dictionaries);
  }

  /**
   * Looks at what a site has.
   *
   * @param keep more tables that stay as they are, as {@code database.table}
   */
  public static AspectsEmptying of(ClickHouse server, AspectsNames names, Collection<String> keep) {
    DerivedTables all = DerivedTables.readEverywhere(server, names);
    List<Part> derived = new ArrayList<>();
    List<Part> raw = new ArrayList<>();
    all.live()
        .tables()
        .forEach(
            (name, table) -> {
              if (names.databases().contains(name.database()) && hasRows(table)) {
                boolean isRaw = names.isRaw(name) && !name.table().startsWith(INNER);
                boolean isKept = NOTES.contains(name.table()) || keep.contains(name.toString());
                (isRaw ? raw : derived).add(new Part(name, table.rows(), isKept, isRaw));
              }
            });
    derived.addAll(raw);
    return new AspectsEmptying(
        derived,
        all.steps().stream().filter(step -> step.kind() == Derived.Kind.DICTIONARY).toList());
  }

  private static boolean hasRows(LiveAspects.LiveTable table) {
    return table.engine().endsWith("MergeTree") || WITH_ROWS.contains(table.engine());
  }

  /** Number of rows that go. */
  public long removed() {
    return tables.stream().mapToLong(Part::removed).sum();
  }

  /** Number of rows that stay. */
  public long kept() {
    return tables.stream().filter(Part::isKept).mapToLong(Part::rows).sum();
  }

  /**
   * Truncates, and reloads the dictionaries, which else hold what is gone. A run that was killed is
   * finished by the next one: each table has all of its rows or none, and dictionaries are always
   * reloaded.
   *
   * @param progress receives a line for each table and dictionary
   * @throws DatabaseException when the server refuses, or rows come as fast as they go
   */
  public void run(ClickHouse server, AspectsNames names, Consumer<String> progress) {
    // What a trigger still writes while its source is emptied goes in the second round.
    for (int round = 0; round < 2; round++) {
      for (Part part : tables) {
        if (!part.isKept()) {
          progress.accept("emptying " + part.name());
          server.run(
              "TRUNCATE TABLE IF EXISTS " + part.name().quoted() + names.onCluster(), SYNCHRONOUS);
        }
      }
    }
    Refresh reload = new Refresh(server, names, progress);
    dictionaries.forEach(reload::run);
    requireNoneWritten(server, names);
  }

  /** A pipeline that still runs fills raw tables again; what triggers make of that comes after. */
  private void requireNoneWritten(ClickHouse server, AspectsNames names) {
    List<TableName> emptied =
        tables.stream().filter(part -> part.isRaw() && !part.isKept()).map(Part::name).toList();
    LiveAspects live = LiveAspects.read(server, names);
    for (TableName name : emptied) {
      long rows = live.find(name).map(LiveAspects.LiveTable::rows).orElse(0L);
      if (rows > 0) {
        throw new DatabaseException(
            "%s: %d rows were written while others were removed; stop what writes to it, then run again"
                .formatted(name, rows));
      }
    }
  }
}
