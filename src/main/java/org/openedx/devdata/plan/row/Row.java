package org.openedx.devdata.plan.row;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.spec.Position;

/**
 * One row as a factory wants it. The factory says which columns the spec determines ({@link #set}:
 * written and compared) and which are only filled in when the row is new ({@link #fill}). The
 * engine then finds out whether the row exists and what to do. Lives as long as its chunk; not
 * thread-safe.
 */
public final class Row {

  private final Table table;
  private final Purpose purpose;
  private final String kind;
  private final Position position;
  private final RowColumns columns;
  private final Outcome outcome;

  private RowPolicy policy = RowPolicy.DEFAULT;
  private String reason = "";
  private List<String> labelParts = List.of();
  private MadeUp madeUp;

  /**
   * @param outcomes gives a new row its outcome
   */
  Row(
      Table table,
      Purpose purpose,
      String kind,
      Position position,
      Function<Row, Outcome> outcomes) {
    this.table = table;
    this.purpose = purpose;
    this.kind = kind;
    this.position = position;
    this.columns = new RowColumns(table);
    this.outcome = outcomes.apply(this);
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

  /** As {@link #fill(String, Object)}, with a value that is only made where it is needed. */
  public Row fillBy(String column, Supplier<?> maker) {
    int index = table.indexOf(column);
    if (!columns.isWritten(index)) {
      columns.fill(index, maker.get());
    }
    return this;
  }

  /**
   * Values that are made up, for columns that have none yet: filled like others, and made up again
   * where this database cannot hold them.
   *
   * @param names the columns
   * @param maker a value for each of them, by its name, for an attempt, counted from 0; the same
   *     whenever it is asked
   */
  public Row makeUp(List<String> names, IntFunction<Map<String, Object>> maker) {
    List<String> own =
        names.stream().filter(name -> !columns.isWritten(table.indexOf(name))).toList();
    this.madeUp = new MadeUp(maker, own);
    own.forEach(name -> columns.fill(table.indexOf(name), new Cell.OfMadeUp(madeUp, name)));
    return this;
  }

  /** Columns that other rows copy: read with the row even where the spec leaves them alone. */
  public Row copied(String... names) {
    for (String name : names) {
      columns.copy(table.indexOf(name));
    }
    return this;
  }

  /** Finds the row in another way than by the table's natural key. */
  public Row foundBy(RowFinder finder) {
    policy = policy.foundBy(finder);
    return this;
  }

  /**
   * A column of a unique key that holds a name made from the natural key, so that with a new owner
   * it is new, too: not looked up then. Should it be taken all the same, the server refuses it.
   */
  public Row named(String column) {
    policy = policy.named(column);
    return this;
  }

  /** The reason for an implied row, for the report: {@code needed by enrollments}. */
  public Row because(String text) {
    this.reason = text;
    return this;
  }

  /** Writes no history copy when the row is created, because the spec gives its history itself. */
  public Row withoutHistoryOnCreate() {
    policy = policy.withoutHistoryOnCreate();
    return this;
  }

  /** Made only together with another row, and left alone when that one was there before. */
  public Row companionOf(Row other) {
    policy = policy.withCompanion(other);
    return this;
  }

  /** Describes the last save of another row: made again whenever that one is updated. */
  public Row describing(Row other) {
    policy = policy.describing(other);
    return this;
  }

  /** Other records may need the row as much as its own; a reset keeps it as long as they do. */
  public Row shared() {
    policy = policy.shared();
    return this;
  }

  /** The row's name in reports, instead of its natural key; two rows of a run need two names. */
  public Row labelled(String... parts) {
    this.labelParts = List.of(parts);
    return this;
  }

  /** Plans and writes the row after another one of its table, for keys in the expected order. */
  public Row after(Row other) {
    policy = policy.after(other);
    return this;
  }

  /** Has all columns compared, with the defaults of those that were not written. */
  void exact(Instant now) {
    columns.compareAll(column -> defaultOf(column, now));
  }

  public Table table() {
    return table;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Kind of the record that the row comes from. */
  public String kind() {
    return kind;
  }

  /** The record that the row comes from. */
  public Position position() {
    return position;
  }

  /** The value of a column as it was given; null when unset. */
  public Object value(String column) {
    return columns.cell(table.indexOf(column)).given();
  }

  /** Returns whether the spec determines the column. */
  public boolean isSaid(String column) {
    return columns.isCompared(table.indexOf(column));
  }

  /** The described default of a column, null where it has none. */
  public Object defaultOf(String column, Instant now) {
    return ColumnValues.defaultOf(table.column(column), now);
  }

  /** Values that its columns should have. */
  public RowColumns columns() {
    return columns;
  }

  public RowPolicy policy() {
    return policy;
  }

  /** The values that are made up, if any. */
  public Optional<MadeUp> madeUp() {
    return Optional.ofNullable(madeUp);
  }

  public String reason() {
    return reason;
  }

  /** The natural key as people read it: {@code alice, course-v1:edX+DemoX+Demo_Course}. */
  public String label() {
    if (!labelParts.isEmpty()) {
      return String.join(", ", labelParts);
    }
    List<String> names =
        table.naturalKey().isEmpty() ? policy.finder().labelColumns() : table.naturalKey();
    return names.stream()
        .map(name -> cell(name).text())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The engine's part of the row. */
  public Outcome outcome() {
    return outcome;
  }

  /** The content of a column, references resolved as far as they are. */
  Cell cell(String column) {
    return outcome.cell(table.indexOf(column));
  }

  /**
   * The value of a column, with the key of the row that it refers to; null while that has none. For
   * finders and computed values: a factory's rows have not been planned yet.
   */
  public Object resolved(String column) {
    return cell(column).written();
  }

  /**
   * Value of a {@link #copied} column once the row is saved: the spec's, or else the database's, or
   * the one that a new row is filled with; of a row that is updated, the time of the update. For
   * finders and computed values.
   */
  public Object saved(String column) {
    return outcome.saved(table.indexOf(column));
  }

  /** Primary key; null until the row is found or written. */
  public Object key() {
    return outcome.key();
  }

  /** Returns whether this run creates the row; false as long as it is not planned. */
  public boolean isNew() {
    return outcome.isNew();
  }
}
