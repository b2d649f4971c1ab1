package org.openedx.devdata.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.spec.Position;

/**
 * What one row of a table should be. A factory says which columns the spec determines ({@link
 * #set}: written and compared) and which are only filled in when the row is new ({@link #fill}).
 * The planner then finds out whether the row exists and what to do. Lives as long as its chunk; not
 * thread-safe.
 */
public final class Row {

  private final Table table;
  private final Purpose purpose;
  private final String kind;
  private final Position position;
  private final RowColumns columns;

  private String reason = "";
  private RowFinder finder = NaturalKeyFinder.INSTANCE;
  private String nameColumn = "";
  private boolean historyOnCreate = true;
  private boolean shared;
  private MadeUp madeUp;
  private Row companionOf;
  private Row told;
  private List<String> labelParts = List.of();
  private Row predecessor;

  private Object key;
  private boolean deferred;
  private Action action;
  private Object[] found;

  Row(Table table, Purpose purpose, String kind, Position position) {
    this.table = table;
    this.purpose = purpose;
    this.kind = kind;
    this.position = position;
    this.columns = new RowColumns(table);
  }

  /**
   * A column that the spec determines: written, and compared with what the database has. A value is
   * of the column's Java form, or a {@link Row}, {@link Reference} or {@link Computed}.
   */
  public Row set(String column, Object value) {
    columns.set(table.indexOf(column), value);
    return this;
  }

  /** As {@link #set(String, Object)}, compared in a way of its own. */
  public Row set(String column, Object value, Comparison comparison) {
    columns.compareBy(table.indexOf(column), comparison);
    return set(column, value);
  }

  /**
   * A column that is written when the row is new and left alone afterwards; no-op if already set.
   */
  public Row fill(String column, Object value) {
    columns.fill(table.indexOf(column), value);
    return this;
  }

  /**
   * Values that are made up, for columns that have none yet: filled like others, and made up again
   * where this database cannot hold them.
   *
   * @param maker values by column for an attempt, counted from 0; the same whenever it is asked
   */
  public Row makeUp(IntFunction<Map<String, Object>> maker) {
    this.madeUp = new MadeUp(maker, columns);
    return this;
  }

  /** The values that are made up; null where none are. */
  MadeUp madeUp() {
    return madeUp;
  }

  /** Columns that other rows copy: read with the row even where the spec leaves them alone. */
  public Row copied(String... names) {
    for (String name : names) {
      columns.copy(table.indexOf(name));
    }
    return this;
  }

  /** Finds the row in another way than by the table's natural key. */
  public Row foundBy(RowFinder otherFinder) {
    this.finder = otherFinder;
    return this;
  }

  /**
   * A column of a unique key that holds a name made from the natural key, so that with a new owner
   * it is new, too: not looked up then. Should it be taken all the same, the server refuses it.
   */
  public Row named(String column) {
    this.nameColumn = column;
    return this;
  }

  /** Why an implied row is needed, for the report: {@code needed by enrollments}. */
  public Row because(String text) {
    this.reason = text;
    return this;
  }

  /** Writes no history copy when the row is created, because the spec tells its history itself. */
  public Row withoutHistoryOnCreate() {
    this.historyOnCreate = false;
    return this;
  }

  /** Made only together with another row, and left alone when that one was there before. */
  public Row companionOf(Row other) {
    this.companionOf = other;
    return this;
  }

  /** Tells of the last save of another row: made anew whenever that one is updated. */
  public Row tellsOf(Row other) {
    this.told = other;
    return this;
  }

  /** Other records may need the row as much as its own; a reset keeps it as long as they do. */
  public Row shared() {
    this.shared = true;
    return this;
  }

  /** What reports call the row instead of its natural key; two rows of a run need two names. */
  public Row labelled(String... parts) {
    this.labelParts = List.of(parts);
    return this;
  }

  /** Plans and writes the row after another one of its table, for keys in the usual order. */
  public Row after(Row other) {
    this.predecessor = other;
    return this;
  }

  public Table table() {
    return table;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Kind of the record that the row comes from. */
  String kind() {
    return kind;
  }

  /** The record that the row comes from. */
  public Position position() {
    return position;
  }

  /** The value of a column; null when unset. */
  public Object value(String column) {
    return columns.value(table.indexOf(column));
  }

  /**
   * The value of a column, with the key of the row that it refers to; null while that has none. For
   * finders and computed values: a factory's rows have not been planned yet.
   */
  public Object resolved(String column) {
    return Resolved.written(value(column));
  }

  /** Whether the spec determines the column. */
  public boolean isSaid(String column) {
    return columns.isCompared(table.indexOf(column));
  }

  /**
   * What a {@link #copied} column holds once the row is saved: what the spec says, or else what the
   * database has, or what a new row is filled with; of a row that is updated, the time of that. For
   * finders and computed values.
   */
  public Object saved(String column) {
    int index = table.indexOf(column);
    boolean kept =
        found != null
            && !columns.isCompared(index)
            && !(table.columns().get(index).touch() && action == Action.UPDATE);
    if (kept && !columns.isCopied(index)) {
      throw new IllegalStateException(table + "." + column + " was not read");
    }
    return kept ? found[index] : Resolved.written(columns.value(index));
  }

  /** The described default of a column, null where it has none. */
  public Object defaultOf(String column, Instant now) {
    return ColumnValues.defaultOf(table.column(column), now);
  }

  Object value(int column) {
    return columns.value(column);
  }

  /** What its columns should hold. */
  RowColumns columns() {
    return columns;
  }

  String reason() {
    return reason;
  }

  RowFinder finder() {
    return finder;
  }

  /** Whether a unique key can only be taken where the natural key is. */
  boolean isNamedBy(List<String> unique) {
    return unique.size() == 1 && unique.get(0).equals(nameColumn);
  }

  /** The row that this one is only made with; null when it stands for itself. */
  Row companionOf() {
    return companionOf;
  }

  /** Whether the row tells of an update, so that one like it from an earlier time will not do. */
  boolean isAnew() {
    return told != null && told.action() == Action.UPDATE;
  }

  boolean historyOnCreate() {
    return historyOnCreate;
  }

  /** Whether other records may need it, too. */
  boolean isShared() {
    return shared;
  }

  List<String> labelParts() {
    return labelParts;
  }

  /** Whether another row of the table has to be planned first. */
  boolean waits() {
    boolean behind = predecessor != null && predecessor.action() == null;
    return behind || columns.holdUnplanned();
  }

  /** Primary key; null until the row is found or written. */
  public Object key() {
    return key;
  }

  void key(Object value) {
    this.key = value;
  }

  /** Its key comes to be while others are planned, who must not ask for it. */
  void defer() {
    this.deferred = true;
  }

  boolean isDeferred() {
    return deferred;
  }

  Action action() {
    return action;
  }

  /** Whether this run creates the row; false as long as it is not planned. */
  public boolean isNew() {
    return action == Action.CREATE;
  }

  /** The planner's verdict. */
  void decide(Action verdict, Object[] foundValues) {
    this.action = verdict;
    this.found = foundValues;
  }

  /** What the database has, by column index; only columns that were read are filled. */
  Object[] found() {
    return found;
  }

  /** The natural key as people read it. */
  public String label() {
    return RowLabel.of(this);
  }
}
