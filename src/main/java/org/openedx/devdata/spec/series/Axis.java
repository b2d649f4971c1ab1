package org.openedx.devdata.spec.series;

import java.util.List;
import java.util.Optional;

/** A list whose combinations with the other axes are the records of a series. */
interface Axis {

  /** Number of elements. */
  int size();

  /** An axis of numbers: {@code repeat}, or an {@code each}, whose values its own form knows. */
  record Numbers(int size) implements Axis {}

  /** An axis whose elements have values by name: records, or rows of a file. */
  interface Named extends Axis {

    /** Name of the axis in placeholders and messages: the kind of the records, or the file. */
    String name();

    /** Names of the values that an element may have. */
    List<String> fields();

    /** The value of an element, as text; empty where that one has none. */
    Optional<String> value(int element, String field);
  }
}
