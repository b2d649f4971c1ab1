package org.openedx.devdata.answers.figure;

import java.util.List;
import java.util.stream.Stream;

/**
 * Description of a table of known answers.
 *
 * @param name of its file, and of its query
 * @param meaning for people, a phrase
 * @param keys columns that say of what a row is; no two rows have the same
 * @param figures the other columns: what must be found
 */
public record AnswerTable(String name, String meaning, List<String> keys, List<String> figures) {

  public AnswerTable {
    keys = List.copyOf(keys);
    figures = List.copyOf(figures);
  }

  /** All columns, keys first. */
  public List<String> columns() {
    return Stream.concat(keys.stream(), figures.stream()).toList();
  }
}
