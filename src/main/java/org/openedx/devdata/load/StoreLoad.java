package org.openedx.devdata.load;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.load.config.FilePlace;
import org.openedx.devdata.load.config.LoadConfig;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.objectstore.ObjectStore;
import org.openedx.devdata.sink.objectstore.ObjectStoreSettings;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Has ClickHouse read files from an object store into the tables of Aspects: what statements refer
 * to first, then statements, file by file. Used once, by one thread.
 */
public final class StoreLoad {

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

  private final LoadConfig config;
  private final FilePlace place;
  private final ClickHouse server;
  private final Function<DumpTable, TableName> names;

  /** Is told how it goes. */
  public interface Listener {
    void loading(DumpTable table, String file);

    void triedInVain(String file, String reason, Duration pause);
  }

  /**
   * What has been loaded.
   *
   * @param files how many files by table
   * @param rows how many rows ClickHouse has read by table
   * @param expected rows by table that manifests tell of
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
   * @param names where each table is on the site
   */
  public StoreLoad(
      LoadConfig config, FilePlace place, ClickHouse server, Function<DumpTable, TableName> names) {
    this.config = config;
    this.place = place;
    this.server = server;
    this.names = names;
  }

  /** Whether files of a configuration can be loaded: they are, or are said to be, in a store. */
  public static boolean isPossible(LoadConfig config, FilePlace place) {
    return config.store().sourceLocation() != null || place.bucket().isPresent();
  }

  public Result run(Listener listener) throws IOException, InterruptedException {
    StoredFiles stored = find();
    Map<DumpTable, Integer> files = new EnumMap<>(DumpTable.class);
    Map<DumpTable, Long> rows = new EnumMap<>(DumpTable.class);
    for (DumpTable table : DumpTable.values()) {
      files.put(table, stored.files().get(table).size());
      rows.put(table, 0L);
      for (String file : stored.files().get(table)) {
        listener.loading(table, file);
        rows.merge(table, load(table, file, listener), Long::sum);
      }
    }
    return new Result(files, rows, stored.rows());
  }

  private StoredFiles find() throws IOException {
    String ending =
        ".csv" + Codecs.of(config.output().compression(), config.output().level()).suffix();
    if (place.bucket().isEmpty()) {
      return StoredFiles.whole(ending);
    }
    try (ObjectStore store = new ObjectStore(place.bucket().get(), config.fingerprint())) {
      return StoredFiles.of(store, ending, config.output().slice());
    }
  }

  private long load(DumpTable table, String file, Listener listener) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return server.copy(statement(table, file), settings(file));
      } catch (ClickHouseException problem) {
        ClickHouseException told = withoutSecret(problem, file);
        if (!problem.isTransient() || attempt == ATTEMPTS) {
          throw told;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << attempt);
        listener.triedInVain(file, told.getMessage(), pause);
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    }
  }

  private Map<String, String> settings(String file) {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("insert_deduplication_token", config.fingerprint() + "-" + file);
    return settings;
  }

  private String statement(DumpTable table, String file) {
    String columns =
        table.columns().stream()
            .map(column -> TableName.quote(column.name()))
            .collect(Collectors.joining(", "));
    String structure =
        table.columns().stream()
            .map(column -> TableName.quote(column.name()) + " " + column.type().clickHouseName())
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) SELECT %s FROM s3(%s, %s'CSV', %s)"
        .formatted(
            names.apply(table).quoted(),
            columns,
            columns,
            TableName.literal(location() + file),
            login().map(StoreLoad::literal).orElse(""),
            TableName.literal(structure));
  }

  private static String literal(ObjectStoreSettings.Login login) {
    return TableName.literal(login.key()) + ", " + TableName.literal(login.secret()) + ", ";
  }

  private Optional<ObjectStoreSettings.Login> login() {
    return Optional.ofNullable(config.store().key())
        .map(key -> new ObjectStoreSettings.Login(key, config.store().secret()));
  }

  /** Where ClickHouse finds the files; ends in a slash. */
  String location() {
    return config.store().sourceLocation() != null
        ? config.store().sourceLocation()
        : place.bucket().orElseThrow().address();
  }

  /** A server may quote the statement when it refuses it. */
  private ClickHouseException withoutSecret(ClickHouseException problem, String file) {
    String message = problem.getMessage();
    String masked = message;
    if (login().isPresent()) {
      String secret = login().get().secret();
      masked = message.replace(TableName.literal(secret), "'***'").replace(secret, "***");
    }
    return problem.with("%s%s: %s".formatted(location(), file, masked));
  }
}
