package org.openedx.devdata.keep.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.random.RandomStream;

/**
 * Rows of one table that a spec says, found by their primary keys: some twenty bytes a row. Not
 * thread-safe.
 */
final class TableClaims {

  /** Made by a load. */
  static final int CREATED = 1;

  /** Only needed by another row. */
  static final int IMPLIED = 2;

  /** Belongs to another row. */
  static final int DERIVED = 4;

  /** Made only together with another row. */
  static final int FOLLOWS = 8;

  /** Belongs to another row, and may be needed by more. */
  static final int SHARED = 16;

  /** Flags that are stored. */
  static final int STORED = CREATED | IMPLIED | DERIVED | FOLLOWS | SHARED;

  private static final int TOUCHED = 32;
  private static final int DROPPED = 64;

  private static final RandomStream SUMS = RandomStream.of(0).derive("ledger");

  private final List<String> kindNames = new ArrayList<>();

  /** Keys that are no numbers, by index; empty when they are. */
  private final List<String> texts = new ArrayList<>();

  private long[] ids = new long[16];
  private int[] names = new int[16];
  private byte[] flags = new byte[16];
  private byte[] kinds = new byte[16];
  private int[] slots = new int[64];
  private int size;
  private int stored;
  private boolean changed;

  /** Numbers, and the sums of texts, by which rows are found. */
  private static long id(Object key) {
    return key instanceof Long number ? number : SUMS.at(ColumnValues.text(key));
  }

  /** Index of a row; -1 when it is not there, or no longer. */
  int find(Object key) {
    int index = slots[slot(id(key))] - 1;
    return index >= 0 && (flags[index] & DROPPED) == 0 ? index : -1;
  }

  private int slot(long id) {
    int slot = (int) SUMS.at(id) & (slots.length - 1);
    while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /**
   * Adds a row, or replaces what is known of it.
   *
   * @param name sum of its natural key; 0 for none
   * @param kind of the record that it comes from
   * @return its index
   */
  int put(Object key, int name, int flag, String kind) {
    long id = id(key);
    int slot = slot(id);
    int index = slots[slot] - 1;
    if (index < 0) {
      grow();
      slot = slot(id);
      index = size++;
      slots[slot] = index + 1;
      ids[index] = id;
      if (!(key instanceof Long)) {
        texts.add(ColumnValues.text(key));
      }
    } else {
      changed |= index < stored;
    }
    names[index] = name;
    flags[index] = (byte) flag;
    kinds[index] = (byte) kindIndex(kind);
    return index;
  }

  private int kindIndex(String kind) {
    int index = kindNames.indexOf(kind);
    if (index < 0) {
      index = kindNames.size();
      kindNames.add(kind);
    }
    return index;
  }

  private void grow() {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      names = Arrays.copyOf(names, size * 2);
      flags = Arrays.copyOf(flags, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    if (size * 2 >= slots.length) {
      slots = new int[slots.length * 2];
      for (int index = 0; index < size; index++) {
        slots[slot(ids[index])] = index + 1;
      }
    }
  }

  void touch(int index) {
    flags[index] |= TOUCHED;
  }

  void drop(Object key) {
    int index = find(key);
    if (index >= 0) {
      flags[index] |= DROPPED;
      changed = true;
    }
  }

  /** Drops the rows that no load has made. */
  void dropAdopted() {
    for (int index = 0; index < size; index++) {
      if (!has(index, CREATED | DROPPED)) {
        flags[index] |= DROPPED;
        changed = true;
      }
    }
  }

  boolean has(int index, int flag) {
    return (flags[index] & flag) != 0;
  }

  boolean isTouched(int index) {
    return has(index, TOUCHED);
  }

  boolean isDropped(int index) {
    return has(index, DROPPED);
  }

  int name(int index) {
    return names[index];
  }

  int flags(int index) {
    return flags[index] & STORED;
  }

  String kind(int index) {
    return kindNames.get(kinds[index]);
  }

  Object key(int index) {
    return texts.isEmpty() ? (Object) ids[index] : texts.get(index);
  }

  /** Returns whether its keys are numbers. */
  boolean hasNumbers() {
    return texts.isEmpty();
  }

  /** The key of a row, where keys are numbers. */
  long id(int index) {
    return ids[index];
  }

  int size() {
    return size;
  }

  /** Rows from this index on are not stored yet. */
  int stored() {
    return stored;
  }

  /** Returns whether stored rows are not as they were. */
  boolean isChanged() {
    return changed;
  }

  /** All rows are stored as they are. */
  void markStored() {
    stored = size;
    changed = false;
  }
}
