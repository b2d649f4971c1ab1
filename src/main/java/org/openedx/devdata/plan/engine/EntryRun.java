package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.Cell;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.FactoryContext;
import org.openedx.devdata.plan.Lookups;
import org.openedx.devdata.plan.Purpose;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.Step;
import org.openedx.devdata.plan.StoredRows;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** One entry of a top-level spec, run against its open database. Used once; not thread-safe. */
final class EntryRun {

  /** The first chunk is this much smaller: the server has work while the second is planned. */
  private static final int FIRST = 5;

  private final RunEntry entry;
  private final RunOptions options;
  private final RunListener listener;
  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Map<String, RecordFactory> factories;
  private final ChunkPlanner planner;
  private final UniqueValues uniqueValues;

  /** History copies by the table that keeps them. */
  private final Map<String, Long> copies = new LinkedHashMap<>();

  /**
   * @param earlier entries before this one, of whatever service and database
   */
  EntryRun(
      RunEntry entry,
      List<RunEntry> earlier,
      RunOptions options,
      RunListener listener,
      MySqlDatabase database,
      SchemaBinding binding,
      KeyIndex keys,
      UniqueValues uniqueValues) {
    this.entry = entry;
    this.options = options;
    this.listener = listener;
    this.database = database;
    this.binding = binding;
    this.uniqueValues = uniqueValues;
    StoredRows stored = new DatabaseRows(database);
    Lookups lookups = new BoundLookups(stored, binding);
    this.factories =
        entry
            .sql()
            .factories(
                new FactoryContext(
                    entry.spec(),
                    earlier.stream().filter(this::isAlike).map(RunEntry::spec).toList(),
                    entry.sql().tables(),
                    options.now(),
                    options.seed(),
                    options.step(),
                    lookups));
    this.planner =
        new ChunkPlanner(
            stored,
            binding,
            keys,
            new RowChecks(binding, uniqueValues, options.now()),
            options.step().removes());
  }

  private boolean isAlike(RunEntry other) {
    return other.ida().equals(entry.ida()) && other.connection().equals(entry.connection());
  }

  /** Lets the factories refuse what they cannot write, before anything is. */
  void check(Problems problems) {
    factories.values().forEach(factory -> factory.check(problems));
  }

  /** Plans and, as the step says, writes or removes all records; commits nothing. */
  void run() {
    List<Kind> kinds = entry.spec().descriptor().kinds();
    if (options.step().removes()) {
      Referrers referrers = new Referrers(database, binding);
      ChunkRemover remover = new ChunkRemover(database, binding, referrers);
      ImpliedRemover implied =
          new ImpliedRemover(new DatabaseRows(database), binding, remover, referrers);
      for (int kind = kinds.size() - 1; kind >= 0; kind--) {
        String name = kinds.get(kind).name();
        reset(name, remover, implied);
        implied.removeShared().forEach(row -> report(name, row));
      }
      implied.removeImplied().forEach(row -> report("", row));
      remover.copies().forEach((table, count) -> copies.merge(table, count, Long::sum));
    } else {
      ChunkWriter writer = new ChunkWriter(database, binding, options.now());
      for (Kind kind : kinds) {
        load(kind.name(), writer);
      }
      uniqueValues.end();
      if (options.step() == Step.LOAD) {
        writer.finish();
      }
    }
    Action action = options.step().removes() ? Action.DELETE : Action.CREATE;
    copies.forEach((table, count) -> listener.counted(entry, table, action, count));
  }

  /** What is written beside a row, for those who read its table. */
  private void countCopies(PlannedRow row) {
    boolean saved =
        row.action() == Action.UPDATE
            || (row.action() == Action.CREATE && row.policy().historyOnCreate());
    BoundTable twin = saved ? binding.historyOf(row.table()) : null;
    if (twin != null) {
      copies.merge(twin.table().name(), 1L, Long::sum);
    }
  }

  /** Lets the factories take away what they put beside rows that are rolled back. */
  void undo() {
    factories.values().forEach(RecordFactory::undo);
  }

  private void load(String kind, ChunkWriter writer) {
    List<SpecRecord> records = entry.spec().of(kind);
    int size = chunkSize(kind);
    int to;
    for (int from = 0; from < records.size(); from = to) {
      to = Math.min(from + (from == 0 ? (size + FIRST - 1) / FIRST : size), records.size());
      planner.plan(
          build(kind, records.subList(from, to)),
          (rows, awaited) -> {
            if (options.step() == Step.LOAD) {
              writer.write(rows, awaited);
            }
            rows.forEach(
                row -> {
                  report(kind, row);
                  countCopies(row);
                });
          });
      if (options.step() == Step.LOAD) {
        factories.get(kind).written(records.subList(from, to));
      }
      listener.progress(entry, kind, to, records.size());
    }
  }

  private void reset(String kind, ChunkRemover remover, ImpliedRemover implied) {
    List<SpecRecord> records = entry.spec().of(kind);
    int size = chunkSize(kind);
    for (int to = records.size(); to > 0; to -= size) {
      int from = Math.max(0, to - size);
      List<List<PlannedRow>> planned = new ArrayList<>();
      planner.plan(build(kind, records.subList(from, to)), (rows, awaited) -> planned.add(rows));
      implied.keepBack(planned);
      remover.remove(planned, implied.kept()).forEach(row -> report(kind, row));
      listener.progress(entry, kind, records.size() - from, records.size());
    }
  }

  private int chunkSize(String kind) {
    return factories.get(kind).chunkSize(options.chunkSize());
  }

  private RowBatch build(String kind, List<SpecRecord> chunk) {
    RecordFactory factory = factories.get(kind);
    RowBatch batch = new RowBatch(PlannedRow::new);
    factory.prepare(chunk);
    for (SpecRecord record : chunk) {
      factory.build(record, batch);
    }
    return batch;
  }

  private void report(String kind, PlannedRow row) {
    boolean silent = row.purpose() == Purpose.IMPLIED && row.action() == Action.UNCHANGED;
    if (!silent) {
      listener.row(entry, change(kind, row));
    }
  }

  private RowChange change(String kind, PlannedRow row) {
    return new RowChange(
        factories.containsKey(row.draft().kind()) ? row.draft().kind() : kind,
        row.table().name(),
        row.action(),
        row.purpose(),
        row::label,
        row.draft().reason(),
        row.position(),
        row.action() == Action.UPDATE ? columnChanges(row) : List.of());
  }

  private List<ColumnChange> columnChanges(PlannedRow row) {
    return Differences.of(binding.get(row.table()), row, row.found()).stream()
        .map(
            column -> {
              boolean secret = row.table().columns().get(column).secret();
              return new ColumnChange(
                  row.table().columns().get(column).name(),
                  secret ? "********" : text(row.found()[column]),
                  secret ? "(changed)" : after(row.cell(column)));
            })
        .collect(Collectors.toList());
  }

  private String after(Cell value) {
    if (value.isPending() && options.step() == Step.LOAD) {
      database.flush();
    }
    Object written = value.written();
    return written == null && value.isPending() ? "(known after load)" : text(written);
  }

  private static String text(Object value) {
    return value == null ? null : ColumnValues.text(value);
  }
}
