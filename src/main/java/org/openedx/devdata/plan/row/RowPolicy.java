package org.openedx.devdata.plan.row;

import java.util.List;

/**
 * The way in which one row is found, kept and ordered. Immutable.
 *
 * @param finder finds the row in the database
 * @param nameColumn column of a unique key that holds a name made from the natural key, or empty
 * @param historyOnCreate whether creating the row writes a history copy
 * @param isShared whether records may need the row that it does not come from
 * @param companionOf the row that this one is only made with; null when it stands for itself
 * @param describes the row whose last save this one describes; null for most
 * @param predecessor a row of the table that is planned and written before; null for most
 */
public record RowPolicy(
    RowFinder finder,
    String nameColumn,
    boolean historyOnCreate,
    boolean isShared,
    Row companionOf,
    Row describes,
    Row predecessor) {

  /** Found by its natural key, and subject to nothing else. */
  static final RowPolicy DEFAULT =
      new RowPolicy(NaturalKeyFinder.INSTANCE, "", true, false, null, null, null);

  /** Returns whether a unique key can only be taken where the natural key is. */
  public boolean isNamedBy(List<String> unique) {
    return unique.size() == 1 && unique.get(0).equals(nameColumn);
  }

  RowPolicy foundBy(RowFinder other) {
    return new RowPolicy(
        other, nameColumn, historyOnCreate, isShared, companionOf, describes, predecessor);
  }

  RowPolicy named(String column) {
    return new RowPolicy(
        finder, column, historyOnCreate, isShared, companionOf, describes, predecessor);
  }

  RowPolicy withoutHistoryOnCreate() {
    return new RowPolicy(finder, nameColumn, false, isShared, companionOf, describes, predecessor);
  }

  RowPolicy shared() {
    return new RowPolicy(
        finder, nameColumn, historyOnCreate, true, companionOf, describes, predecessor);
  }

  RowPolicy withCompanion(Row other) {
    return new RowPolicy(
        finder, nameColumn, historyOnCreate, isShared, other, describes, predecessor);
  }

  RowPolicy describing(Row other) {
    return new RowPolicy(
        finder, nameColumn, historyOnCreate, isShared, companionOf, other, predecessor);
  }

  RowPolicy after(Row other) {
    return new RowPolicy(
        finder, nameColumn, historyOnCreate, isShared, companionOf, describes, other);
  }
}
