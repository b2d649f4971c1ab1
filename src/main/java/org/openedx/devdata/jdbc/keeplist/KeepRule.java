package org.openedx.devdata.jdbc.keeplist;

import java.util.List;
import java.util.Map;

/** Rows of one table that migrations put there. */
public sealed interface KeepRule {

  /** All rows: nothing but migrations writes the table. */
  record Whole() implements KeepRule {}

  /** The whole table: devdata made it and no migration knows it. */
  record Dropped() implements KeepRule {}

  /**
   * Rows by natural key.
   *
   * @param alternatives a row is kept that one of them describes
   */
  record Rows(List<Values> alternatives) implements KeepRule {

    public Rows {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * Values of columns.
   *
   * @param columns the values that each may have, by column, none for NULL; {@code reference.other}
   *     is the column {@code other} of the row that {@code reference} refers to
   */
  record Values(Map<String, List<Object>> columns) {

    public Values {
      columns = Map.copyOf(columns);
    }
  }
}
