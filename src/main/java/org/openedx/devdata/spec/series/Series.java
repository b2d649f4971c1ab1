package org.openedx.devdata.spec.series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.openedx.devdata.spec.yaml.MapNode;

/**
 * The records that one item of a list stands for, as it would be written for each of them.
 * Immutable; a record is made when it is asked for, so that millions take no memory.
 */
public final class Series {

  private final String file;
  private final MapNode item;
  private final Axes axes;
  private final Chosen chosen;
  private final List<Value> values;
  private final Predicate<String> columns;

  /**
   * One key of all records.
   *
   * @param key the key with its place; its value is not looked at
   */
  record Value(MapNode.Entry key, Form form) {}

  /**
   * @param file in which the positions of the records are
   * @param item as it is written
   * @param columns which keys of rows are keys of records, where the first axis is a file
   */
  Series(
      String file,
      MapNode item,
      Axes axes,
      Chosen chosen,
      List<Value> values,
      Predicate<String> columns) {
    this.file = file;
    this.item = item;
    this.axes = axes;
    this.chosen = chosen;
    this.values = List.copyOf(values);
    this.columns = columns;
  }

  /** The file in which the positions of the records are: the spec, or the file of rows. */
  public String file() {
    return file;
  }

  /** Returns whether records lie on the rows of a file, by whose lines they are known. */
  public boolean isFile() {
    return axes.first() instanceof RowAxis;
  }

  /** The item as it is written. */
  public MapNode item() {
    return item;
  }

  /** Number of records. */
  public int size() {
    return chosen.size();
  }

  /**
   * Number of a record among all combinations, from 1: what {@code {i}} stands for.
   *
   * @param index of the record, from 0
   */
  public int number(int index) {
    return chosen.number(index) + 1;
  }

  /**
   * A record as it would be written.
   *
   * @param index of the record, from 0
   * @throws SeriesFault when a value cannot be made for it
   */
  public MapNode at(int index) {
    Turn turn = axes.turn(chosen.number(index));
    List<MapNode.Entry> made = new ArrayList<>(values.size());
    for (Value value : values) {
      MapNode.Entry key = value.key();
      made.add(new MapNode.Entry(key.key(), key.line(), key.column(), value.form().at(turn)));
    }
    return axes.first() instanceof RowAxis rows
        ? rows.record(turn.places()[0], made, columns)
        : MapNode.of(item.line(), item.column(), made);
  }
}
