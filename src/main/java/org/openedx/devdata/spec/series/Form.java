package org.openedx.devdata.spec.series;

import org.openedx.devdata.spec.yaml.SpecNode;

/** A value of a series, as a function of the record's turn. Implementations are immutable. */
@FunctionalInterface
interface Form {

  /**
   * Makes the value of one record.
   *
   * @throws SeriesFault when that record cannot have one
   */
  SpecNode at(Turn turn);

  /** A value that all records share. */
  record Constant(SpecNode node) implements Form {
    @Override
    public SpecNode at(Turn turn) {
      return node;
    }
  }
}
