package org.openedx.devdata.plan.engine;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.plan.RunContext;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** One entry of a top-level spec, run against its open database. Used once; not thread-safe. */
final class EntryRun {

  /** The first chunk is this much smaller: the server has work while the second is planned. */
  private static final int FIRST = 5;

  private final RunEntry entry;
  private final RunOptions options;
  private final RunListener listener;
  private final RunContext context;
  private final OpenDatabase database;
  private final SchemaBinding binding;
  private final RecordChunks chunks;
  private final ServiceLedger ledger;
  private final ChunkPlanner planner;
  private final RowReports reports;

  EntryRun(
      RunEntry entry,
      RunContext context,
      OpenDatabase database,
      SchemaBinding binding,
      Map<String, RecordFactory> factories) {
    this.entry = entry;
    this.context = context;
    this.options = context.options();
    this.listener = context.listener();
    this.database = database;
    this.binding = binding;
    this.chunks = new RecordChunks(factories, options);
    this.ledger = database.ledger().of(entry.ida());
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
      reset().records();
    } else {
      load();
    }
    if (options.step() != Step.PLAN) {
      ledger.write();
    }
    reports.end();
  }

  private EntryReset reset() {
    return new EntryReset(entry, context, database, binding, chunks, planner, reports);
  }

  private void load() {
    ChunkWriter writer = new ChunkWriter(database.database(), binding, options.now(), ledger);
    for (Kind kind : entry.spec().descriptor().kinds()) {
      load(kind.name(), writer);
    }
    database.uniqueValues().end();
    if (options.step() == Step.LOAD) {
      writer.finish();
    }
    if (options.removal().unspecified() && context.endsService(entry)) {
      if (options.step() == Step.LOAD) {
        reset().unspecified();
      } else {
        reset().planUnspecified();
      }
    }
  }

  private void load(String kind, ChunkWriter writer) {
    List<SpecRecord> records = entry.spec().of(kind);
    int size = chunks.size(kind);
    int to;
    for (int from = 0; from < records.size(); from = to) {
      to = Math.min(from + (from == 0 ? (size + FIRST - 1) / FIRST : size), records.size());
      planner.plan(
          chunks.build(kind, records.subList(from, to)),
          (rows, awaited) -> {
            if (options.step() == Step.LOAD) {
              writer.write(kind, rows, awaited);
            } else {
              ledger.note(kind, binding.get(rows.get(0).table()), PlannedRow.drafts(rows));
            }
            rows.forEach(
                row -> {
                  reports.row(kind, row);
                  reports.copy(row);
                });
          });
      if (options.step() == Step.LOAD) {
        chunks.written(kind, records.subList(from, to));
      }
      listener.progress(entry, kind, to, records.size());
    }
  }
}
