package org.openedx.devdata.keep.rows;

import java.util.List;

/**
 * Columns by which a person recognises a row of a table.
 *
 * @param columns their names, in order; never empty
 * @param origin where they come from
 */
public record Identity(List<String> columns, Origin origin) {

  /** Origin of an identity's columns, best first. */
  public enum Origin {
    /** The natural key that a service describes. */
    DESCRIBED,
    /** A unique key without NULL that says more than a number. */
    UNIQUE,
    PRIMARY,
    /** There is no key: all columns. */
    WHOLE
  }

  public Identity {
    columns = List.copyOf(columns);
  }
}
