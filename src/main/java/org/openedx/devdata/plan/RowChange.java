package org.openedx.devdata.plan;

import java.util.List;
import java.util.function.Supplier;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.spec.Position;

/**
 * Action of a run on one row.
 *
 * @param kind the record kind that it comes from
 * @param table its table
 * @param action create, update, unchanged or delete
 * @param purpose why it is there
 * @param naturalKey gives its natural key, for people; most rows are only counted and never named
 * @param reason for an implied row: why it is needed; empty otherwise
 * @param position its record
 * @param columns what differs, for an update; empty otherwise
 */
public record RowChange(
    String kind,
    String table,
    Action action,
    Purpose purpose,
    Supplier<String> naturalKey,
    String reason,
    Position position,
    List<ColumnChange> columns) {

  /** Its natural key, for people. */
  public String label() {
    return naturalKey.get();
  }
}
