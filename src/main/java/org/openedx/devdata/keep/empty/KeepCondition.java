package org.openedx.devdata.keep.empty;

import java.util.function.UnaryOperator;

/**
 * Condition of the rows of one table that stay.
 *
 * @param sql writes it for the alias that the table has in a statement
 * @param extent how much it takes in, as far as that is known without a look
 */
record KeepCondition(UnaryOperator<String> sql, Extent extent) {

  enum Extent {
    NONE,
    SOME,
    ALL
  }

  static final KeepCondition NONE = new KeepCondition(alias -> "FALSE", Extent.NONE);
  static final KeepCondition ALL = new KeepCondition(alias -> "TRUE", Extent.ALL);

  static KeepCondition some(UnaryOperator<String> sql) {
    return new KeepCondition(sql, Extent.SOME);
  }

  String of(String alias) {
    return sql.apply(alias);
  }

  /** The rows that go; NULL in a column makes no row stay. */
  String notOf(String alias) {
    return "(" + sql.apply(alias) + ") IS NOT TRUE";
  }

  KeepCondition or(KeepCondition other) {
    if (extent == Extent.NONE || other.extent == Extent.ALL) {
      return other;
    }
    if (other.extent == Extent.NONE || extent == Extent.ALL) {
      return this;
    }
    return some(alias -> of(alias) + " OR " + other.of(alias));
  }
}
