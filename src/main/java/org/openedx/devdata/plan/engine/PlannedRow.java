package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.NaturalKeyFinder;
import org.openedx.devdata.plan.row.Outcome;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.RowPolicy;
import org.openedx.devdata.spec.Position;

/**
 * A factory's row with what the engine finds out and decides: its key, what the database has, what
 * to do. Made with the row; not thread-safe.
 */
final class PlannedRow implements Outcome {

  /**
   * A value that a row of the table holds for a moment.
   *
   * @param key the row's primary key
   * @param value one that no row has
   */
  record Freed(Object key, int column, Object value) {}

  private final Row draft;

  /** The cells, once one of them is not as the factory wrote it; null before. */
  private Cell[] cells;

  private Object key;
  private boolean deferred;
  private boolean own;
  private boolean left;
  private Action action;
  private Object[] found;
  private List<Integer> differing = List.of();
  private List<Freed> freed = List.of();

  PlannedRow(Row draft) {
    this.draft = draft;
  }

  /** The engine's part of a row. */
  static PlannedRow of(Row draft) {
    return (PlannedRow) draft.outcome();
  }

  static List<Row> drafts(List<PlannedRow> rows) {
    return rows.stream().map(PlannedRow::draft).toList();
  }

  Row draft() {
    return draft;
  }

  Table table() {
    return draft.table();
  }

  Purpose purpose() {
    return draft.purpose();
  }

  Position position() {
    return draft.position();
  }

  RowPolicy policy() {
    return draft.policy();
  }

  RowFinder finder() {
    return draft.policy().finder();
  }

  String label() {
    return draft.label();
  }

  @Override
  public Cell cell(int column) {
    if (cells == null) {
      return draft.columns().cell(column);
    }
    Cell cell = cells[column];
    return cell == null ? Cell.Plain.NULL : cell;
  }

  /** The value of a column or the key that stands for it; null where that is not known. */
  Object plain(int column) {
    return cell(column).plain();
  }

  /** Puts what a cell stands for into its place. */
  void replace(int column, Cell cell) {
    if (cells == null) {
      cells = draft.columns().copyOfCells();
    }
    cells[column] = cell;
  }

  boolean isWritten(int column) {
    return draft.columns().isWritten(column);
  }

  boolean isCompared(int column) {
    return draft.columns().isCompared(column);
  }

  /**
   * Returns whether the row describes an update, for which no row that was there before will do.
   */
  boolean isAgain() {
    Row described = policy().describes();
    return described != null && of(described).action == Action.UPDATE;
  }

  /**
   * Returns whether another row of the table has to be planned first.
   *
   * @param referring indexes of all columns that may name another row
   */
  boolean waits(int[] referring) {
    Row predecessor = policy().predecessor();
    if (predecessor != null && of(predecessor).action == null) {
      return true;
    }
    for (int column : referring) {
      if (draft.columns().cell(column) instanceof Cell.OfRow other
          && other.row().table() == table()
          && of(other.row()).action == null) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the row is only needed, and recognised by nothing but its natural key. */
  boolean isOnlyNeeded() {
    return purpose() == Purpose.IMPLIED
        && finder() == NaturalKeyFinder.INSTANCE
        && !table().naturalKey().isEmpty();
  }

  /** The row as others of the batch that are planned later refer to it. */
  Cell.Resolved asReference(Cell reference) {
    boolean fresh = action == Action.CREATE && table().primaryKey().auto();
    return new Cell.Resolved(reference, deferred ? null : key, fresh);
  }

  @Override
  public Object key() {
    return key;
  }

  void key(Object value) {
    this.key = value;
  }

  /** Notes that its key comes to be while other rows are planned, which must not ask for it. */
  void defer() {
    this.deferred = true;
  }

  /** Notes whether a ledger knows that loads of the spec made the row. */
  void own(boolean known) {
    this.own = known;
  }

  /** Returns whether loads of the spec made the row, whatever it looks like now. */
  boolean isOwn() {
    return own;
  }

  /** Notes that a reset leaves the row. */
  void leave() {
    this.left = true;
  }

  boolean isLeft() {
    return left;
  }

  /** Action on the row; null as long as it is not planned. */
  Action action() {
    return action;
  }

  @Override
  public boolean isNew() {
    return action == Action.CREATE;
  }

  boolean changes() {
    return action == Action.CREATE || action == Action.UPDATE;
  }

  /** The planner's verdict. */
  void decide(Action verdict, Object[] foundValues) {
    this.action = verdict;
    this.found = foundValues;
  }

  /**
   * Decides by the columns in which a found row differs from what the spec says of it.
   *
   * @param foundValues the database's values, by column index
   * @param columns indexes of those columns
   */
  void compared(Object[] foundValues, List<Integer> columns) {
    decide(columns.isEmpty() ? Action.UNCHANGED : Action.UPDATE, foundValues);
    this.differing = List.copyOf(columns);
  }

  /** Indexes of the columns that an update changes. */
  List<Integer> differing() {
    return differing;
  }

  /** The database's values, by column index; only columns that were read are filled. */
  Object[] found() {
    return found;
  }

  @Override
  public Object found(int column) {
    return found == null ? null : found[column];
  }

  @Override
  public Object saved(int column) {
    boolean kept =
        found != null
            && !isCompared(column)
            && !(table().columns().get(column).touch() && action == Action.UPDATE);
    if (kept && !draft.columns().isCopied(column)) {
      throw new IllegalStateException(
          table() + "." + table().columns().get(column).name() + " was not read");
    }
    return kept ? found[column] : cell(column).written();
  }

  /** Before anything of its chunk is written, a row of the table lets go of a value. */
  void freeFirst(Freed value) {
    if (freed.isEmpty()) {
      freed = new ArrayList<>();
    }
    freed.add(value);
  }

  /** Values that other rows give up, so that this one can have them. */
  List<Freed> freed() {
    return freed;
  }
}
