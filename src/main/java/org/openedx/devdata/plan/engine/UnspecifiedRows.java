package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.ledger.Unspecified;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.spec.Position;

/**
 * Rows that earlier loads of a spec made and that it no longer says: read from the database by what
 * the ledger knows of them, with those that were made together with them. Not thread-safe.
 */
final class UnspecifiedRows {

  private final StoredRows stored;
  private final SchemaBinding binding;
  private final ServiceLedger ledger;
  private final OwnRows own;
  private final Followers followers;
  private final Position position;
  private final int chunkSize;

  /**
   * @param position what stands for a record of theirs
   */
  UnspecifiedRows(
      OpenDatabase database,
      SchemaBinding binding,
      ServiceLedger ledger,
      OwnRows own,
      Position position,
      int chunkSize) {
    this.stored = database.stored();
    this.binding = binding;
    this.ledger = ledger;
    this.own = own;
    this.followers = new Followers(database.stored(), binding, ledger);
    this.position = position;
    this.chunkSize = chunkSize;
  }

  /**
   * Rows that may go, by table, parents before children; several lists of a table that refers to
   * itself.
   *
   * @param kinds of records that they came from
   */
  List<List<PlannedRow>> of(Predicate<String> kinds) {
    Map<String, List<Unspecified>> wanted = ledger.unspecified(kinds);
    Map<Table, List<PlannedRow>> going = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return List.of();
    }
    for (Table table : binding.tables().all()) {
      BoundTable bound = binding.get(table);
      if (bound != null) {
        List<PlannedRow> rows = new ArrayList<>();
        List<Unspecified> all = wanted.getOrDefault(table.name(), List.of());
        for (int from = 0; from < all.size(); from += chunkSize) {
          rows.addAll(read(bound, all.subList(from, Math.min(from + chunkSize, all.size()))));
        }
        rows.removeIf(row -> !isOwn(bound, row));
        rows.addAll(followers(bound, going));
        if (!rows.isEmpty()) {
          going.put(table, rows);
        }
      }
    }
    List<List<PlannedRow>> ordered = new ArrayList<>();
    going.forEach(
        (table, rows) -> ordered.addAll(SelfReferences.levels(binding.tables(), table, rows)));
    return ordered;
  }

  /** Rows of a table that were made together with rows that go. */
  private List<PlannedRow> followers(BoundTable table, Map<Table, List<PlannedRow>> going) {
    Set<Object> keys = new LinkedHashSet<>();
    going.forEach(
        (followed, rows) ->
            keys.addAll(
                followers.of(table, followed, rows.stream().map(PlannedRow::key).toList())));
    List<PlannedRow> rows =
        read(
            table,
            keys.stream().map(key -> new Unspecified(key, "", Purpose.DERIVED, false)).toList());
    rows.removeIf(row -> !isOwn(table, row));
    return rows;
  }

  /** A row with another name than it was given is no longer the one that a load made. */
  private boolean isOwn(BoundTable table, PlannedRow row) {
    if (ledger.isStill(table, row.draft())) {
      return own.goes(row);
    }
    ledger.drop(table, row.key());
    return false;
  }

  private List<PlannedRow> read(BoundTable table, List<Unspecified> wanted) {
    Map<Object, Unspecified> byKey = new HashMap<>();
    wanted.forEach(one -> byKey.put(one.key(), one));
    int primaryKey = table.table().primaryKeyIndex();
    int[] all = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    List<Object[]> keys = wanted.stream().map(one -> new Object[] {one.key()}).toList();
    Set<Object> gone = new HashSet<>(byKey.keySet());
    RowBatch batch = new RowBatch(PlannedRow::new);
    List<PlannedRow> rows = new ArrayList<>();
    for (Object[] values : stored.find(table, all, new int[] {primaryKey}, keys)) {
      Object[] found = StoredRows.spread(table, all, values);
      Unspecified one = byKey.get(found[primaryKey]);
      if (one != null) {
        gone.remove(one.key());
        rows.add(row(batch, table, one, all, found));
      }
    }
    gone.forEach(key -> ledger.drop(table, key));
    Map<Object, String> names =
        new StoredNames(stored, binding)
            .of(table.table(), rows.stream().map(PlannedRow::key).collect(Collectors.toList()));
    rows.forEach(row -> row.draft().labelled(names.get(row.key())));
    return rows;
  }

  private PlannedRow row(
      RowBatch batch, BoundTable table, Unspecified one, int[] columns, Object[] found) {
    Row draft =
        one.purpose() == Purpose.IMPLIED
            ? batch.need(table.table(), one.kind(), position)
            : one.purpose() == Purpose.DERIVED
                ? batch.derive(table.table(), one.kind(), position)
                : batch.declare(table.table(), one.kind(), position);
    if (one.isShared()) {
      draft.shared();
    }
    for (int column : columns) {
      draft.set(table.table().columns().get(column).name(), found[column]);
    }
    PlannedRow row = PlannedRow.of(draft);
    row.key(one.key());
    row.compared(found, List.of());
    return row;
  }
}
