package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.RunContext;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Removal of an entry's rows from its open database: kinds, chunks and tables backwards. Used once;
 * not thread-safe.
 */
final class EntryReset {

  private final RunEntry entry;
  private final RunContext context;
  private final RecordChunks chunks;
  private final ChunkPlanner planner;
  private final RowReports reports;
  private final OwnRows own;
  private final ChunkRemover remover;
  private final ImpliedRemover implied;
  private final UnspecifiedRows unspecified;

  EntryReset(
      RunEntry entry,
      RunContext context,
      OpenDatabase database,
      SchemaBinding binding,
      RecordChunks chunks,
      ChunkPlanner planner,
      RowReports reports) {
    this.entry = entry;
    this.context = context;
    this.chunks = chunks;
    this.planner = planner;
    this.reports = reports;
    ServiceLedger ledger = database.ledger().of(entry.ida());
    Referrers referrers = new Referrers(database.database(), binding, ledger);
    this.own = new OwnRows(binding, ledger);
    this.remover =
        new ChunkRemover(
            database.database(), binding, referrers, ledger, context.options().removal().cascade());
    this.implied = new ImpliedRemover(database.stored(), binding, remover, referrers);
    this.unspecified =
        new UnspecifiedRows(
            database,
            binding,
            ledger,
            own,
            Position.ofFile(entry.spec().file()),
            context.options().chunkSize());
  }

  /** Removes what the records describe and, as the run's options say, what they no longer do. */
  void records() {
    boolean last = context.options().removal().unspecified() && context.endsService(entry);
    remove(
        kind -> {
          records(kind);
          if (last) {
            unspecified(kind::equals, kind);
          }
        },
        last);
    implied.remaining().stream().filter(PlannedRow::isOwn).forEach(own::handOver);
  }

  /** Removes what earlier loads made and the spec no longer says. */
  void unspecified() {
    remove(kind -> unspecified(kind::equals, kind), true);
  }

  /** Goes through the kinds backwards, and at last through rows of kinds that are no more. */
  private void remove(Consumer<String> removal, boolean unknown) {
    List<String> kinds = new ArrayList<>();
    entry.spec().descriptor().kinds().forEach(kind -> kinds.add(0, kind.name()));
    for (String kind : kinds) {
      removal.accept(kind);
      implied.removeShared().forEach(row -> reports.row(kind, row));
    }
    if (unknown) {
      unspecified(kind -> !kinds.contains(kind), "");
    }
    implied.removeImplied().forEach(row -> reports.row("", row));
    reports.copies(remover.copies());
    own.left().forEach(left -> context.listener().left(entry, left));
  }

  /** Reports what would go as unspecified, as far as it is known without a removal. */
  void planUnspecified() {
    for (List<PlannedRow> rows : unspecified.of(kind -> true)) {
      for (PlannedRow row : rows) {
        if (row.purpose() != Purpose.IMPLIED && !row.policy().isShared()) {
          row.decide(Action.DELETE, row.found());
          reports.row("", row);
        }
      }
    }
  }

  private void records(String kind) {
    List<SpecRecord> records = entry.spec().of(kind);
    int size = chunks.size(kind);
    for (int to = records.size(); to > 0; to -= size) {
      int from = Math.max(0, to - size);
      List<List<PlannedRow>> planned = new ArrayList<>();
      planner.plan(
          chunks.build(kind, records.subList(from, to)), (rows, awaited) -> planned.add(rows));
      remove(own.of(planned), kind);
      context.listener().progress(entry, kind, records.size() - from, records.size());
    }
  }

  private void unspecified(Predicate<String> kinds, String kind) {
    remove(unspecified.of(kinds), kind);
  }

  private void remove(List<List<PlannedRow>> planned, String kind) {
    implied.keepBack(planned);
    remover.remove(planned, implied.kept()).forEach(row -> reports.row(kind, row));
  }
}
