package org.openedx.devdata.answers.figure;

/** Takes rows, value by value, in the order of the table's columns. */
public interface Rows {

  void text(String value);

  void number(long value);

  /** A moment to the second, UTC. */
  default void moment(long micros) {
    text(Moments.second(micros));
  }

  /** A day, counted from 1970. */
  default void day(long day) {
    text(Moments.day(day));
  }

  void end();
}
