package org.openedx.devdata.spec;

import java.util.Comparator;

/**
 * Where something stands in a spec file.
 *
 * @param file the file as the person named it, or {@code <stdin>}
 * @param line line, from 1
 * @param column column, from 1, in characters
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
