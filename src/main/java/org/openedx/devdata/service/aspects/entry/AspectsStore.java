package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.OpenEntry;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.service.aspects.AspectsConnection;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.Preparation;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.TableDump;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * The site of one entry: compares its rows, table by table and chunk by chunk, with those that the
 * spec describes, and writes or removes them. Used once; not thread-safe.
 */
final class AspectsStore implements OpenEntry {

  /** Rows of a table that are collected before they are removed together. */
  private static final int ROWS_TO_REMOVE = 20_000;

  private final RunEntry entry;
  private final RunOptions options;
  private final RunListener listener;
  private final ClickHouse server;
  private final AspectsNames names;
  private final SiteTables tables;
  private final InsertNames inserts;
  private final FirstLoad firstLoad;
  private final EntryLedger ledger;
  private final EntryWorld entryWorld;
  private boolean prepared;

  private AspectsStore(
      RunEntry entry,
      List<RunEntry> earlier,
      RunOptions options,
      RunListener listener,
      AspectsConnection connection,
      ClickHouse server) {
    this.entry = entry;
    this.options = options;
    this.listener = listener;
    this.server = server;
    this.names = connection.found(server);
    this.tables = SiteTables.read(server, names);
    this.inserts = new InsertNames(server);
    this.firstLoad =
        new FirstLoad(
            server, names, runName(entry.spec(), options), tables.has(FirstLoad.TABLE), inserts);
    this.ledger =
        new EntryLedger(
            server,
            names,
            EntryLedger.nameOf(runName(entry.spec(), options), entry),
            tables.has(EntryLedger.TABLE),
            inserts);
    this.entryWorld =
        new EntryWorld(entry, earlier, options, firstLoad.clock(options.now()), server, names);
  }

  private static String runName(ServiceSpec spec, RunOptions options) {
    return "devdata %d %s"
        .formatted(
            spec.settings().whole("seed").orElse(options.seed()),
            spec.settings().text("lms_url").orElse(""));
  }

  static AspectsStore open(
      RunEntry entry, List<RunEntry> earlier, RunOptions options, RunListener listener) {
    AspectsConnection connection = AspectsConnection.of(entry.connection());
    ClickHouse server = ClickHouse.of(connection.settings());
    try {
      AspectsStore store = new AspectsStore(entry, earlier, options, listener, connection, server);
      // Problems with the clock must be reported before any entry has written.
      AspectsWorld world = store.entryWorld.asSpecified();
      store.tables.require(
          world.dumps().stream().anyMatch(dump -> dump.table() == DumpTable.USER_PROFILE));
      return store;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public RunEntry entry() {
    return entry;
  }

  @Override
  public String label() {
    return entry.connection().label();
  }

  @Override
  public void run() {
    AspectsWorld world = entryWorld.asNumberedByTheLms();
    warnings().leftOut(AspectsService.unreadable(entry.spec(), entryWorld.earlierSpecs()));
    if (options.step() == Step.LOAD) {
      ledger.open(listener);
      warnings().ofProfiles(entryWorld.site());
    }
    boolean removes = options.step().removes();
    List<TableDump> dumps = new ArrayList<>(world.dumps());
    boolean old = false;
    boolean added = false;
    long described = 0;
    if (removes) {
      Collections.reverse(dumps);
      old |= tookOldRows(statements(world));
    }
    boolean filled = false;
    for (TableDump dump : dumps) {
      if (tables.takes(dump.table())) {
        TableCounts counts = table(dump);
        filled |= counts.of(Action.CREATE) + counts.of(Action.UPDATE) > 0;
        old |= tookOldRows(counts);
      } else {
        listener.warning(
            "%s has no table %s; its rows are left out"
                .formatted(label(), names.eventSink(dump.table().tableName())));
      }
    }
    if (!removes) {
      if (filled && options.step() == Step.LOAD) {
        prepare();
      }
      TableCounts counts = statements(world);
      old |= tookOldRows(counts);
      added = counts.of(Action.CREATE) + counts.of(Action.UPDATE) > 0;
      described = counts.described();
    }
    if (options.step() == Step.LOAD) {
      firstLoad.remember(entryWorld.now());
      warnings().others(world, described);
      if (added) {
        warnings().ofTimers();
      }
    } else if (options.step() == Step.RESET) {
      firstLoad.forget();
      ledger.forget();
    }
    if (old && options.step().commits() && tables.derived()) {
      listener.warning(
          "rows were changed or removed, which the derived tables do not notice; `devdata aspects"
              + " rebuild` makes them again");
    }
  }

  private StoreWarnings warnings() {
    return new StoreWarnings(server, names, entry.spec(), listener);
  }

  private TableCounts table(TableDump dump) {
    SiteTable table = new SiteTable(server, names, dump.table(), inserts);
    TableCounts counts = new TableCounts();
    FormerRows former = new FormerRows(table, ledger, options.step());
    List<SiteTable.Found> gone = new ArrayList<>();
    for (int unit = 0; unit < dump.units(); unit++) {
      RowChunk chunk = new RowChunk(dump.table());
      dump.write(unit, chunk);
      former.describe(chunk.rows());
      Set<UUID> ids = new LinkedHashSet<>();
      chunk.rows().forEach(row -> ids.add(new UUID(row.high(), row.low())));
      List<SiteTable.Found> found = table.find(ids);
      Difference difference = Difference.of(chunk.rows(), found);
      if (options.step().removes()) {
        counts.add(Action.DELETE, difference.removable());
        if (options.step() == Step.RESET) {
          gone.addAll(found);
        }
      } else {
        counts.add(difference);
        write(table, chunk.bytes(), difference);
      }
      if (gone.size() > ROWS_TO_REMOVE) {
        table.delete(gone);
        gone.clear();
      }
      listener.progress(entry, dump.table().tableName(), unit + 1L, dump.units());
    }
    table.delete(gone);
    counts.add(Action.DELETE, former.finish());
    report(table, counts);
    return counts;
  }

  private void write(SiteTable table, RowBinaryBuffer bytes, Difference difference) {
    if (options.step() == Step.LOAD) {
      table.delete(difference.stale());
      ledger.note(table.name(), difference.missing());
      table.insert(bytes, difference.missing());
    }
  }

  /** The triggers of statements keep what they find in dictionaries and refreshed tables. */
  private void prepare() {
    if (!prepared) {
      Preparation.beforeStatements(server, names, line -> {});
      prepared = true;
    }
  }

  private static boolean tookOldRows(TableCounts counts) {
    return counts.of(Action.UPDATE) + counts.of(Action.DELETE) > 0;
  }

  private TableCounts statements(AspectsWorld world) {
    SiteTable table = new SiteTable(server, names, DumpTable.XAPI, inserts);
    TableCounts counts = new TableCounts();
    SiteStatements there = new SiteStatements(table);
    FormerRows former = new FormerRows(table, ledger, options.step());
    RemovedStatements removed = new RemovedStatements(table);
    StatementChunks chunks = new StatementChunks(world);
    while (chunks.hasNext()) {
      StatementChunk chunk = chunks.next();
      former.passed(chunk.begins());
      former.describe(chunk.rows());
      List<SiteTable.Found> found = there.like(chunk);
      Difference difference = Difference.of(chunk.rows(), found);
      if (options.step().removes()) {
        counts.add(Action.DELETE, difference.removable());
        if (options.step() == Step.RESET) {
          removed.add(chunk, found);
        }
      } else {
        counts.add(difference);
        if (options.step() == Step.LOAD && !difference.missing().isEmpty()) {
          prepare(); // An earlier run may have ended between courses and statements.
        }
        write(table, chunk.bytes(), difference);
      }
      listener.progress(entry, "statements", chunks.done(), chunks.all());
    }
    removed.finish();
    counts.add(Action.DELETE, former.finish());
    report(table, counts);
    return counts;
  }

  private void report(SiteTable table, TableCounts counts) {
    counts
        .all()
        .forEach((action, rows) -> listener.counted(entry, table.name().table(), action, rows));
  }

  @Override
  public void close() {
    server.close();
  }

  /** The migration that the tables are of, for messages. */
  static String advice() {
    return "run the site's migrations (to %s) or `devdata aspects init`"
        .formatted(AspectsTables.MIGRATION);
  }
}
