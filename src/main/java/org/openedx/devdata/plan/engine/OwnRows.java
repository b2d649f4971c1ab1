package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.LeftRows;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.ledger.Standing;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.Row;

/**
 * Rows that are the spec's own, by the ledger; counts those that a reset leaves. Not thread-safe.
 */
final class OwnRows {

  private final SchemaBinding binding;
  private final ServiceLedger ledger;
  private final Map<Left, Long> left = new LinkedHashMap<>();

  private record Left(Table table, String claimants) {}

  OwnRows(SchemaBinding binding, ServiceLedger ledger) {
    this.binding = binding;
    this.ledger = ledger;
  }

  /** Rows of planned ones that the database has and that may go. */
  List<List<PlannedRow>> of(List<List<PlannedRow>> planned) {
    return planned.stream().map(this::going).toList();
  }

  private List<PlannedRow> going(List<PlannedRow> rows) {
    List<PlannedRow> going = new ArrayList<>();
    for (PlannedRow row : rows) {
      if (row.found() != null && goes(row)) {
        going.add(row);
      }
    }
    return going;
  }

  /** Returns whether a found row may go; one that may not is no longer the spec's. */
  boolean goes(PlannedRow row) {
    Standing standing = ledger.standing(binding.get(row.table()), row.draft());
    row.own(standing.isCreated());
    if (standing.goes()) {
      if (!belongsToLeft(row)) {
        return true;
      }
      if (row.isOwn()) {
        handOver(row);
      }
      return false;
    }
    row.leave();
    ledger.drop(binding.get(row.table()), row.key());
    if (row.purpose() != Purpose.IMPLIED) {
      left.merge(new Left(row.table(), standing.claimants()), 1L, Long::sum);
    }
    return false;
  }

  /** A row that came with another one stays with it. */
  private static boolean belongsToLeft(PlannedRow row) {
    Row companion = row.policy().companionOf();
    return companion != null && PlannedRow.of(companion).isLeft();
  }

  /** Leaves a row to other specs. */
  void handOver(PlannedRow row) {
    row.leave();
    ledger.handOver(binding.get(row.table()), row.key());
  }

  /** Rows that were left, by table; those that are only needed are not counted. */
  List<LeftRows> left() {
    return left.entrySet().stream()
        .map(
            one ->
                new LeftRows(one.getKey().table().name(), one.getKey().claimants(), one.getValue()))
        .toList();
  }
}
