package org.openedx.devdata.jdbc.table;

import java.util.Locale;

/** Content of a column, by how it points to a person. */
public enum Holding {
  PERSON_NAME,
  EMAIL,
  USERNAME,
  FREE_TEXT,
  ADDRESS,
  ID,
  HARMLESS;

  /** The content of that name in a description. */
  static Holding of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
