package org.openedx.devdata.spec;

import java.util.Comparator;

/**
 * Position in a spec file.
 *
 * @param file the file as the person named it, or {@code <stdin>}
 * @param line line, from 1; 0 for the file as a whole
 * @param column column, from 1, in characters; 0 for the file as a whole
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  /** The file as a whole, such as one that does not exist. */
  public static Position ofFile(String file) {
    return new Position(file, 0, 0);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
