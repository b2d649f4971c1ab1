package org.openedx.devdata.service.aspects.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.answers.CsvReader;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * Rows of a file by course runs, some runs at a time; of a file without courses all at once. Also
 * runs without rows have their turn. Mutable, not thread-safe.
 */
final class Courses {

  private static final String COURSE = "course_key";

  private final CsvReader reader;
  private final List<Integer> places;
  private final int courseAt;
  private final List<String> courses;
  private int next;
  private List<String> taken = List.of();
  private List<String> ahead;

  /**
   * @param columns the columns that are wanted
   * @param courses all runs, in the order of the rows
   */
  Courses(CsvReader reader, List<String> columns, List<String> courses) throws IOException {
    this.reader = reader;
    this.courses = courses;
    this.courseAt = reader.columns().indexOf(COURSE);
    List<Integer> found = new ArrayList<>();
    for (String column : columns) {
      int place = reader.columns().indexOf(column);
      if (place < 0) {
        throw new IOException("the answers have no column " + column + "; write them again");
      }
      found.add(place);
    }
    this.places = found;
    this.ahead = reader.next();
  }

  boolean hasNext() {
    return next < courses.size();
  }

  /** The rows of the next runs: about so many, or those of one run. */
  List<List<String>> next(int about) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int first = next;
    while (next < courses.size() && (rows.size() < about || courseAt < 0)) {
      String course = courses.get(next++);
      while (ahead != null && (courseAt < 0 || ahead.get(courseAt).equals(course))) {
        List<String> row = ahead;
        rows.add(places.stream().map(row::get).toList());
        ahead = reader.next();
      }
    }
    taken = courses.subList(first, next);
    return rows;
  }

  /** The runs whose rows were given last, as a list in SQL. */
  String taken() {
    return taken.stream().map(TableName::literal).collect(Collectors.joining(", "));
  }
}
