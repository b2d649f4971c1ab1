package org.openedx.devdata.plan.row;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.SpecRecord;

/** The rows that factories make from one chunk of records, part by part. Not thread-safe. */
public final class RowBatch {

  private final Map<Table, List<Row>> rows = new LinkedHashMap<>();
  private final Map<Table, Map<List<Object>, Row>> implied = new HashMap<>();
  private final List<Companions> companions = new ArrayList<>();
  private final Deque<Runnable> parts = new ArrayDeque<>();
  private final List<Reference> expected = new ArrayList<>();

  private final Function<Row, Outcome> outcomes;
  private Instant exactAt;

  /**
   * @param outcomes gives each row that is added its outcome
   */
  public RowBatch(Function<Row, Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Has rows compared in all columns, as they would be written into an empty database.
   *
   * @param now the run clock
   */
  public RowBatch exact(Instant now) {
    this.exactAt = now;
    return this;
  }

  /** The row that a record stands for. */
  public Row declare(Table table, SpecRecord record) {
    return add(row(table, Purpose.DECLARED, record));
  }

  /** A row that belongs to a declared one. */
  public Row derive(Table table, SpecRecord record) {
    return add(row(table, Purpose.DERIVED, record));
  }

  /** As {@link #derive(Table, SpecRecord)}, for rows that no single record stands for. */
  public Row derive(Table table, String kind, Position position) {
    return add(row(table, Purpose.DERIVED, kind, position));
  }

  /** As {@link #declare(Table, SpecRecord)}, for what a record only leads to. */
  public Row declare(Table table, String kind, Position position) {
    return add(row(table, Purpose.DECLARED, kind, position));
  }

  /** A row of a database that was only {@linkplain #imply needed}. */
  public Row need(Table table, String kind, Position position) {
    return add(row(table, Purpose.IMPLIED, kind, position));
  }

  /**
   * A row that must exist, made with defaults when it does not. Asked for twice with one key, it is
   * made once.
   *
   * @param key values of the table's natural key
   * @param defaults fills the other columns of a row made for the first time
   */
  public Row imply(Table table, SpecRecord record, List<Object> key, Consumer<Row> defaults) {
    return imply(table, record.kind().name(), record.position(), key, defaults);
  }

  /** As {@link #imply(Table, SpecRecord, List, Consumer)}, for what no single record needs. */
  public Row imply(
      Table table, String kind, Position position, List<Object> key, Consumer<Row> defaults) {
    Map<List<Object>, Row> known = implied.computeIfAbsent(table, any -> new HashMap<>());
    List<Object> folded = folded(table, key);
    Row row = known.get(folded);
    if (row == null) {
      row = row(table, Purpose.IMPLIED, kind, position);
      for (int i = 0; i < key.size(); i++) {
        row.fill(table.naturalKey().get(i), key.get(i));
      }
      defaults.accept(row);
      known.put(folded, row);
      add(row);
    }
    return row;
  }

  /** Keys that the database takes for the same are one row's. */
  private static List<Object> folded(Table table, List<Object> key) {
    List<Object> folded = new ArrayList<>(key);
    for (int i = 0; i < folded.size(); i++) {
      if (folded.get(i) instanceof String text
          && !table.column(table.naturalKey().get(i)).binary()) {
        folded.set(i, Collation.fold(text));
      }
    }
    return folded;
  }

  /**
   * Has rows added only when all those before are planned: the server writes the first of them
   * while the last are made. They may refer to rows of earlier parts, never the other way round.
   *
   * @param rows adds them
   */
  public void then(Runnable rows) {
    parts.add(rows);
  }

  /**
   * Has rows added only when another row turns out to be new: those that are made together with it
   * and left alone afterwards. They may refer to any row before.
   *
   * @param rows adds them
   */
  public void withNew(Row row, Runnable rows) {
    companions.add(new Companions(row, rows));
  }

  private record Companions(Row row, Runnable rows) {}

  /** Rows of later parts will refer to this: it is looked up while nothing is being written yet. */
  public void expect(Reference reference) {
    expected.add(reference);
  }

  /** Announced references of the present part. */
  public List<Reference> expected() {
    return expected;
  }

  /**
   * Goes on from rows that are planned to those of the next part; false after the last one.
   *
   * @param all whether rows that come with a new one are added with any, as all that a load may
   *     have made is looked at
   */
  public boolean advance(boolean all) {
    rows.clear();
    expected.clear();
    List<Companions> planned = List.copyOf(companions);
    companions.clear();
    planned.stream().filter(some -> all || some.row().isNew()).forEach(some -> some.rows().run());
    if (!rows.isEmpty()) {
      return true;
    }
    if (parts.isEmpty()) {
      return false;
    }
    parts.remove().run();
    return true;
  }

  private Row row(Table table, Purpose purpose, SpecRecord record) {
    return row(table, purpose, record.kind().name(), record.position());
  }

  private Row row(Table table, Purpose purpose, String kind, Position position) {
    return new Row(table, purpose, kind, position, outcomes);
  }

  private Row add(Row row) {
    rows.computeIfAbsent(row.table(), any -> new ArrayList<>()).add(row);
    return row;
  }

  /** Rows of the present part by table, parents before children. */
  public List<List<Row>> byTable(TableSet tables) {
    List<Table> order = List.copyOf(tables.all());
    if (exactAt != null) {
      rows.values().forEach(some -> some.forEach(row -> row.exact(exactAt)));
    }
    return rows.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }
}
