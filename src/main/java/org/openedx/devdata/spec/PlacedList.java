package org.openedx.devdata.spec;

import java.util.AbstractList;

/**
 * A list value of a record, with the place of each item. Immutable.
 *
 * @param <T> Java type of its items
 */
public final class PlacedList<T> extends AbstractList<T> {

  private final T[] items;
  private final int[] places;

  /**
   * @param items taken as they are, not copied
   * @param places line and column of each item, alternating
   */
  public PlacedList(T[] items, int[] places) {
    this.items = items;
    this.places = places;
  }

  @Override
  public T get(int index) {
    return items[index];
  }

  @Override
  public int size() {
    return items.length;
  }

  /** Position of an item in its file. */
  Position positionOf(String file, int index) {
    return new Position(file, places[2 * index], places[2 * index + 1]);
  }
}
