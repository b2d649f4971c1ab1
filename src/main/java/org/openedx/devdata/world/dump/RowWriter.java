package org.openedx.devdata.world.dump;

/** Takes the values of rows, column by column, in the order of the table's columns. */
public interface RowWriter {

  void text(String value);

  void number(int value);

  /** The place of a number that there is none of: an empty CSV field, 0 in a table. */
  void noNumber();

  void flag(boolean value);

  void uuid(long high, long low);

  void endRow();
}
