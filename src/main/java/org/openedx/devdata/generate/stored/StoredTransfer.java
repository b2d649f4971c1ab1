package org.openedx.devdata.generate.stored;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.clickhouse.ClickHouseCourier;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Loads written files into the tables of Aspects: what statements refer to first, then statements,
 * file by file. ClickHouse reads them from an object store; those in a folder here are sent. Used
 * once, by one thread.
 */
public final class StoredTransfer {

  /** The setting that names an insert, so that a server that keeps such names takes it once. */
  static final String TOKEN = "insert_deduplication_token";

  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /**
   * Few and large parts: a block is a million statements or half a gigabyte, which lie in a month
   * or two because files are in order of time. One thread, so that a file that is tried again is
   * cut as before and the token makes a server that keeps tokens take it once.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "date_time_input_format", "best_effort",
          "max_partitions_per_insert_block", "0",
          "min_insert_block_size_rows", "1000000",
          "min_insert_block_size_bytes", "536870912",
          "max_insert_threads", "1",
          "s3_truncate_on_insert", "0");

  private final GenerationConfig config;
  private final StoredSource source;
  private final ClickHouse server;
  private final Function<DumpTable, TableName> names;
  private final Runnable beforeStatements;

  /** Listener to the course of a transfer. */
  public interface Listener {
    void loading(DumpTable table, String file);

    /** The file of a table is not where it would be; other tools do not write all of them. */
    void missing(String file);

    void triedInVain(String file, String reason, Duration pause);
  }

  /**
   * Totals of what has been loaded.
   *
   * @param files how many files by table
   * @param rows how many rows ClickHouse has read by table
   * @param expected rows by table that manifests count
   */
  public record Result(
      Map<DumpTable, Integer> files, Map<DumpTable, Long> rows, Map<DumpTable, Long> expected) {

    /** Tables of which not all rows, or too many, have been read. */
    public List<DumpTable> different() {
      return expected.keySet().stream()
          .filter(table -> !expected.get(table).equals(rows.get(table)))
          .toList();
    }
  }

  /**
   * @param source where the files are
   * @param names where each table is on the site
   * @param beforeStatements called between the rows that statements refer to and the statements
   */
  public StoredTransfer(
      GenerationConfig config,
      StoredSource source,
      ClickHouse server,
      Function<DumpTable, TableName> names,
      Runnable beforeStatements) {
    this.config = config;
    this.source = source;
    this.server = server;
    this.names = names;
    this.beforeStatements = beforeStatements;
  }

  /**
   * Loads files.
   *
   * @param stored what the source has found
   */
  public Result run(StoredFiles stored, Listener listener)
      throws IOException, InterruptedException {
    check(stored);
    Map<DumpTable, Integer> files = new EnumMap<>(DumpTable.class);
    Map<DumpTable, Long> rows = new EnumMap<>(DumpTable.class);
    for (DumpTable table : DumpTable.values()) {
      files.put(table, stored.files().get(table).size());
      rows.put(table, 0L);
      if (table.holdsStatements()) {
        beforeStatements.run();
      }
      for (String file : stored.files().get(table)) {
        listener.loading(table, file);
        try {
          rows.merge(table, load(table, file, listener), Long::sum);
        } catch (ClickHouseException problem) {
          if (source.isListed() || table.holdsStatements() || !problem.isMissingFile()) {
            throw problem;
          }
          files.put(table, 0);
          listener.missing(file);
        }
      }
      Long expected = stored.rows().get(table);
      if (expected != null && rows.get(table) > expected && hasViews(names.apply(table))) {
        // What views have written is counted, too, so that more is no sign of anything.
        rows.put(table, expected);
      }
    }
    return new Result(files, rows, stored.rows());
  }

  /** That a server is not there, or lacks a table, shows before the first file, and at once. */
  private void check(StoredFiles stored) {
    ClickHouseCourier tables = new ClickHouseCourier(server, names, Map.of());
    stored
        .files()
        .forEach(
            (table, files) -> {
              if (!files.isEmpty()) {
                tables.open(table);
              }
            });
  }

  private boolean hasViews(TableName table) {
    return !server
        .value(
            "SELECT count() FROM system.tables WHERE database = %s AND name = %s AND notEmpty(dependencies_table)"
                .formatted(TableName.literal(table.database()), TableName.literal(table.table())))
        .equals("0");
  }

  private long load(DumpTable table, String file, Listener listener)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return source.load(server, table, names.apply(table), file, settings(file));
      } catch (ClickHouseException problem) {
        ClickHouseException described = source.describe(problem, file);
        if (!problem.isTransient() || attempt == ATTEMPTS) {
          throw described;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << attempt);
        listener.triedInVain(file, described.getMessage(), pause);
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    }
  }

  private Map<String, String> settings(String file) {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put(TOKEN, run() + "-" + file);
    return settings;
  }

  /**
   * Names the rows; where nothing is known of them, this run, so that no other's are taken for
   * them.
   */
  private String run() {
    return config.world() == null
        ? config.clock() + "-" + config.store().sourceLocation()
        : config.fingerprint();
  }
}
