package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.spec.Position;

/**
 * One unique key of a table, for the rows of one chunk: refuses a value that another row has or
 * gets, and lets a value move from a row that gives it up. Not thread-safe.
 */
final class UniqueKey {

  private final StoredRows stored;
  private final PlannedValues planned;
  private final OwedValues owed;
  private final SchemaBinding binding;
  private final BoundTable table;
  private final List<String> names;
  private final int[] columns;
  private final OwedValues.Place place;

  UniqueKey(
      StoredRows stored,
      PlannedValues planned,
      OwedValues owed,
      SchemaBinding binding,
      BoundTable table,
      List<String> names) {
    this.stored = stored;
    this.planned = planned;
    this.owed = owed;
    this.binding = binding;
    this.table = table;
    this.names = names;
    this.columns = KeyFolding.indexes(table, names);
    this.place = new OwedValues.Place(table.table(), names);
  }

  /** Two new rows of one chunk with one natural key; who has it in the database was found. */
  void checkCreated(List<PlannedRow> rows) {
    Map<String, PlannedRow> created = new HashMap<>();
    ObjectNumbers numbers = new ObjectNumbers();
    for (PlannedRow row : rows) {
      String identity = row.action() == Action.CREATE ? identity(row, numbers) : null;
      PlannedRow other = identity == null ? null : created.putIfAbsent(identity, row);
      if (other != null) {
        throw twice(row, other.position());
      }
    }
  }

  /** The identity of a row that has no key yet; null when it is not known. */
  private String identity(PlannedRow row, ObjectNumbers numbers) {
    StringBuilder identity = new StringBuilder();
    for (int column : columns) {
      Cell cell = row.cell(column);
      Object plain = cell.plain();
      if (plain != null) {
        identity.append(KeyFolding.fold(table, new int[] {column}, new Object[] {plain}));
      } else if (cell instanceof Cell.Resolved resolved) {
        identity.append('@').append(numbers.of(resolved.reference().given()));
      } else {
        return null;
      }
      identity.append('\0');
    }
    return identity.toString();
  }

  void check(List<PlannedRow> rows) {
    Map<String, PlannedRow> takers = new HashMap<>();
    List<Object[]> values = new ArrayList<>();
    Map<Object, PlannedRow> changing = new HashMap<>();
    for (PlannedRow row : rows) {
      boolean changes = changes(row);
      if (changes && row.action() == Action.UPDATE) {
        changing.put(row.key(), row);
      }
      Object[] value = value(row);
      boolean surelyNew = row.policy().isNamedBy(names) && !row.finder().mayFind(row.draft());
      if (value != null && changes && !surelyNew) {
        String folded = KeyFolding.fold(table, columns, value);
        PlannedRow other = takers.put(folded, row);
        if (other != null) {
          throw twice(row, other.position());
        }
        values.add(value);
        plan(row, folded);
      }
    }
    owed.pay(place, changing.keySet());
    lookUp(takers, values, changing.keySet());
    planned.giveUp(place, changing.keySet());
  }

  private void plan(PlannedRow row, String folded) {
    planned
        .take(place, folded, new PlannedValues.Taken(row.key(), row.position()))
        .ifPresent(
            other -> {
              throw twice(row, other.position());
            });
  }

  private void lookUp(Map<String, PlannedRow> takers, List<Object[]> values, Set<Object> changing) {
    int primaryKey = table.table().primaryKeyIndex();
    int[] read = IntStream.concat(IntStream.of(primaryKey), IntStream.of(columns)).toArray();
    for (Object[] found : stored.find(table, read, columns, values)) {
      Object[] value = Arrays.copyOfRange(found, 1, found.length);
      PlannedRow row = takers.get(KeyFolding.fold(table, columns, value));
      if (row != null && !ColumnValues.same(found[0], row.key())) {
        take(row, found[0], value, changing.contains(found[0]));
      }
    }
  }

  /** Lets a row have the value of another one, which changes now, has changed, or will have to. */
  private void take(PlannedRow row, Object holder, Object[] value, boolean changing) {
    if (!changing && planned.isGivenUp(place, holder)) {
      return;
    }
    Object[] free = free(table, columns, holder);
    if (free == null) {
      throw taken(row, names(List.of(holder)).get(holder));
    }
    int column = (Integer) free[0];
    row.freeFirst(new PlannedRow.Freed(holder, column, free[1]));
    if (!changing) {
      Object original =
          value[
              IntStream.range(0, columns.length)
                  .filter(i -> columns[i] == column)
                  .findFirst()
                  .orElseThrow()];
      OwedValues.Claim claim = new OwedValues.Claim(this::names, name -> taken(row, name));
      owed.owe(place, holder, column, original, claim);
    }
  }

  /** The values of the key; null when one is missing. */
  private Object[] value(PlannedRow row) {
    Object[] value = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      value[i] = row.plain(columns[i]);
      if (value[i] == null || !table.has(columns[i])) {
        return null;
      }
    }
    return value;
  }

  private boolean changes(PlannedRow row) {
    if (row.action() == Action.CREATE) {
      return true;
    }
    return IntStream.of(columns).anyMatch(row.differing()::contains);
  }

  private RowProblem twice(PlannedRow row, Position other) {
    return problem(row, "the record at " + other, "choose another");
  }

  private Map<Object, String> names(Collection<Object> keys) {
    return new StoredNames(stored, binding).of(table.table(), keys);
  }

  private RowProblem taken(PlannedRow row, String holder) {
    return problem(
        row,
        table.table() + " '" + holder + "'",
        "choose another, or let the specs give that one another value first");
  }

  private RowProblem problem(PlannedRow row, String by, String remedy) {
    List<String> shown = IntStream.of(columns).mapToObj(column -> row.cell(column).text()).toList();
    return new RowProblem(
        row.position(),
        row.table()
            + " needs "
            + String.join(", ", names)
            + " to be unique, but '"
            + String.join(", ", shown)
            + "' is taken by "
            + by
            + "; "
            + remedy);
  }

  /**
   * A value that no row has, for the moment in which others move.
   *
   * @return a column and its free value; null when every column must keep a value that means
   *     something
   */
  static Object[] free(BoundTable table, int[] columns, Object key) {
    String text = "~" + (key instanceof Long number ? Long.toString(number, 36) : key);
    for (int column : columns) {
      Column described = table.table().columns().get(column);
      if (described.nullable()) {
        return new Object[] {column, null};
      }
      if (described.type().isText() && text.length() <= table.live(column).maxLength()) {
        return new Object[] {column, text};
      }
    }
    return null;
  }
}
