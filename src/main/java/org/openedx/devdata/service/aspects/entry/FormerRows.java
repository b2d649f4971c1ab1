package org.openedx.devdata.service.aspects.entry;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.openedx.devdata.plan.kind.Step;

/**
 * Rows of a table that earlier loads of the entry inserted and that it no longer describes: found
 * month by month, and removed by a load, as by a reset. Mutable, not thread-safe.
 */
final class FormerRows {

  /** Rows that are looked for and removed at once. */
  private static final int TOGETHER = 20_000;

  private final SiteTable table;
  private final EntryLedger ledger;
  private final Step step;
  private final Set<Integer> months;
  private final NavigableMap<Integer, DescribedRows> described = new TreeMap<>();
  private long rows;

  FormerRows(SiteTable table, EntryLedger ledger, Step step) {
    this.table = table;
    this.ledger = ledger;
    this.step = step;
    this.months = ledger.isKept() ? ledger.months(table.name()) : Set.of();
  }

  /** Takes rows that are described. */
  void describe(List<Row> some) {
    if (months.isEmpty()) {
      return; // Nothing is remembered of earlier loads.
    }
    for (Row row : some) {
      described.computeIfAbsent(Stretch.monthOf(row.micros()), any -> new DescribedRows()).add(row);
    }
  }

  /** No more rows that are described lie before a moment, microseconds since 1970. */
  void passed(long micros) {
    Map<Integer, DescribedRows> over = described.headMap(Stretch.monthOf(micros), false);
    over.forEach(this::compare);
    over.clear();
  }

  /**
   * All is described.
   *
   * @return number of rows that are there and not described any more, or were until now
   */
  long finish() {
    described.forEach(this::compare);
    described.clear();
    List.copyOf(months).forEach(month -> compare(month, new DescribedRows()));
    return rows;
  }

  private void compare(int month, DescribedRows now) {
    if (!months.remove(month)) {
      return;
    }
    List<UUID> former = ledger.besides(table.name(), month, now);
    Stretch stretch = Stretch.ofMonth(month);
    for (int from = 0; from < former.size(); from += TOGETHER) {
      List<UUID> ids = former.subList(from, Math.min(from + TOGETHER, former.size()));
      List<UUID> there =
          table
              .find(stretch, ids, ledger.notOfOthers(table.name(), table.idColumn(), stretch))
              .stream()
              .map(SiteTable.Found::id)
              .distinct()
              .toList();
      rows += there.size();
      if (step.commits()) {
        table.delete(stretch, there);
        ledger.forget(table.name(), stretch, ids);
      }
    }
  }
}
