package org.openedx.devdata.spec;

import java.util.Comparator;

/**
 * Position in a spec file.
 *
 * @param file the file as the person named it, or {@code <stdin>}
 * @param line line, from 1; 0 for the file as a whole
 * @param column column, from 1, in characters; 0 for the file as a whole
 * @param number which of the records that are made from this place, from 1; 0 for what is written
 */
public record Position(String file, int line, int column, int number)
    implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column)
          .thenComparingInt(Position::number);

  /** The place of something that is written. */
  public Position(String file, int line, int column) {
    this(file, line, column, 0);
  }

  /** The file as a whole, such as one that does not exist. */
  public static Position ofFile(String file) {
    return new Position(file, 0, 0);
  }

  /** The same place, as that of one of the records that are made from it. */
  public Position ofNumber(int made) {
    return new Position(file, line, column, made);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return number == 0 || number == Integer.MAX_VALUE ? place : place + " (number " + number + ")";
  }
}
