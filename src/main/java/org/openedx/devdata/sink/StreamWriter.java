package org.openedx.devdata.sink;

/** Takes no rows of tables, only statements or what is made in their place. */
public interface StreamWriter extends BlockWriter {

  @Override
  default void text(String value) {
    throw noRow();
  }

  @Override
  default void number(int value) {
    throw noRow();
  }

  @Override
  default void noNumber() {
    throw noRow();
  }

  @Override
  default void flag(boolean value) {
    throw noRow();
  }

  @Override
  default void uuid(long high, long low) {
    throw noRow();
  }

  @Override
  default void endRow() {
    throw noRow();
  }

  private static IllegalStateException noRow() {
    return new IllegalStateException(
        "it takes statements only, or lines in their place, and no rows of tables");
  }
}
