package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.plan.RunContext;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.Step;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** One entry of a top-level spec, run against its open database. Used once; not thread-safe. */
final class EntryRun {

  /** The first chunk is this much smaller: the server has work while the second is planned. */
  private static final int FIRST = 5;

  private final RunEntry entry;
  private final RunOptions options;
  private final RunListener listener;
  private final OpenDatabase database;
  private final SchemaBinding binding;
  private final Map<String, RecordFactory> factories;
  private final ChunkPlanner planner;
  private final RowReports reports;

  EntryRun(
      RunEntry entry,
      RunContext context,
      OpenDatabase database,
      SchemaBinding binding,
      Map<String, RecordFactory> factories) {
    this.entry = entry;
    this.options = context.options();
    this.listener = context.listener();
    this.database = database;
    this.binding = binding;
    this.factories = factories;
    this.planner =
        new ChunkPlanner(
            database.stored(),
            binding,
            database.keys(),
            new RowChecks(binding, database.uniqueValues(), options.now()),
            options.step().removes());
    this.reports = new RowReports(entry, context, database.database(), binding, factories.keySet());
  }

  /** Plans and, as the step says, writes or removes all records; commits nothing. */
  void run() {
    if (options.step().removes()) {
      reset();
    } else {
      load();
    }
    reports.end();
  }

  private void load() {
    ChunkWriter writer = new ChunkWriter(database.database(), binding, options.now());
    for (Kind kind : entry.spec().descriptor().kinds()) {
      load(kind.name(), writer);
    }
    database.uniqueValues().end();
    if (options.step() == Step.LOAD) {
      writer.finish();
    }
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
                  reports.row(kind, row);
                  reports.copy(row);
                });
          });
      if (options.step() == Step.LOAD) {
        factories.get(kind).written(records.subList(from, to));
      }
      listener.progress(entry, kind, to, records.size());
    }
  }

  private void reset() {
    Referrers referrers = new Referrers(database.database(), binding);
    ChunkRemover remover = new ChunkRemover(database.database(), binding, referrers);
    ImpliedRemover implied = new ImpliedRemover(database.stored(), binding, remover, referrers);
    List<Kind> kinds = new ArrayList<>(entry.spec().descriptor().kinds());
    Collections.reverse(kinds);
    for (Kind kind : kinds) {
      reset(kind.name(), remover, implied);
      implied.removeShared().forEach(row -> reports.row(kind.name(), row));
    }
    implied.removeImplied().forEach(row -> reports.row("", row));
    reports.copies(remover.copies());
  }

  private void reset(String kind, ChunkRemover remover, ImpliedRemover implied) {
    List<SpecRecord> records = entry.spec().of(kind);
    int size = chunkSize(kind);
    for (int to = records.size(); to > 0; to -= size) {
      int from = Math.max(0, to - size);
      List<List<PlannedRow>> planned = new ArrayList<>();
      planner.plan(build(kind, records.subList(from, to)), (rows, awaited) -> planned.add(rows));
      implied.keepBack(planned);
      remover.remove(planned, implied.kept()).forEach(row -> reports.row(kind, row));
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
}
