package org.openedx.devdata.plan.kind;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.StoredRow;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.SpecRecord;

/** A record that is being made from stored rows, field by field. Not thread-safe. */
public final class RecordDraft {

  /** Name in messages of the file that is not written yet. */
  private static final String FILE = "(export)";

  private final Kind kind;
  private final IntSupplier numbers;
  private final Position position;
  private final StoredRow row;
  private final Object[] values;
  private final Map<Integer, List<RecordDraft>> nested = new LinkedHashMap<>();
  private final IdentityHashMap<Table, Object> companions = new IdentityHashMap<>();
  private String refusal = "";

  /**
   * @param row the row that the record stands for
   * @param numbers gives each draft a number of its own, by which rows find it again
   */
  public RecordDraft(Kind kind, StoredRow row, IntSupplier numbers) {
    this.kind = kind;
    this.row = row;
    this.numbers = numbers;
    this.position = new Position(FILE, numbers.getAsInt(), 1);
    this.values = new Object[kind.fields().size()];
    companions.put(row.table(), row.key());
  }

  public Kind kind() {
    return kind;
  }

  /** The row that it stands for. */
  public StoredRow row() {
    return row;
  }

  /** Number by which its rows name it. */
  public int number() {
    return position.line();
  }

  public boolean has(String field) {
    return values[kind.indexOf(field)] != null || nested.containsKey(kind.indexOf(field));
  }

  /** The value of a field: Java null where it is absent, {@link SpecRecord#NULL} for null. */
  public Object value(int field) {
    return values[field];
  }

  /**
   * Says a field.
   *
   * @param value of the Java form of the field's type, or {@link SpecRecord#NULL}
   */
  public RecordDraft say(String field, Object value) {
    values[kind.indexOf(field)] = value;
    return this;
  }

  /** Returns whether it says a field so. */
  public boolean says(String field, Object value) {
    return value.equals(values[kind.indexOf(field)]);
  }

  /** Names the one row of a table whose columns its fields say; its record leads to several. */
  public RecordDraft companion(StoredRow other) {
    companions.put(other.table(), other.key());
    return this;
  }

  /** Returns whether its fields may say columns of a row. */
  public boolean mayDescribe(Table table, Object key) {
    return key.equals(companions.getOrDefault(table, key));
  }

  /** Leaves a field out again. */
  public void drop(int field) {
    values[field] = null;
    nested.remove(field);
  }

  /** Has a list of records, which may stay empty. */
  public List<RecordDraft> list(String field) {
    return nested.computeIfAbsent(kind.indexOf(field), any -> new ArrayList<>());
  }

  /**
   * Adds a record to the list of a field.
   *
   * @param stored the row that the record stands for
   */
  public RecordDraft nest(String field, StoredRow stored) {
    FieldType.Records type = (FieldType.Records) kind.fields().get(kind.indexOf(field)).type();
    RecordDraft draft = new RecordDraft(type.kind(), stored, numbers);
    list(field).add(draft);
    return draft;
  }

  /** Lists of records by field index. */
  public Map<Integer, List<RecordDraft>> nested() {
    return nested;
  }

  /** Notes that no record can stand for the row. */
  public void refuse(String reason) {
    this.refusal = reason;
  }

  /** Reason for which no record can stand for the row; empty while one can. */
  public String refusal() {
    return refusal;
  }

  /** The record as it stands. */
  public SpecRecord toRecord() {
    Object[] all = values.clone();
    nested.forEach(
        (field, drafts) -> all[field] = drafts.stream().map(RecordDraft::toRecord).toList());
    int[] places = new int[2 * all.length];
    for (int field = 0; field < all.length; field++) {
      places[2 * field] = position.line();
      places[2 * field + 1] = position.column();
    }
    return SpecRecord.of(kind, position, 0, all, places, null);
  }
}
