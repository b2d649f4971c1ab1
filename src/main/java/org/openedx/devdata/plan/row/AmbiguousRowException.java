package org.openedx.devdata.plan.row;

import java.util.List;
import java.util.stream.Collectors;

/** A row of a spec cannot be distinguished from another one in the database. */
public final class AmbiguousRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Row row;

  public AmbiguousRowException(Row row, String message) {
    super(message);
    this.row = row;
  }

  /**
   * Several rows of a table answer the description of one.
   *
   * @param keys their primary keys
   * @param sought what they were found by, for people
   */
  public static AmbiguousRowException of(Row row, List<Object> keys, String sought) {
    return new AmbiguousRowException(
        row,
        "table "
            + row.table()
            + " has "
            + keys.size()
            + " rows that answer to "
            + sought
            + " ("
            + row.table().primaryKey().name()
            + " "
            + keys.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
            + "); remove all but one");
  }

  public Row row() {
    return row;
  }
}
