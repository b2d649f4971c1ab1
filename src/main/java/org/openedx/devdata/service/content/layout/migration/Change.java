package org.openedx.devdata.service.content.layout.migration;

import java.util.Set;

/**
 * One statement of a migration, with what it takes away and what it makes, as {@link SchemaFacts}
 * names them. A statement on rows has neither; it may run again without harm.
 *
 * @param sql the statement
 * @param gone facts that hold before it and not after it
 * @param made facts that hold after it and not before it
 * @param rename of a table: both names, to go into one statement with others; else empty
 */
public record Change(String sql, Set<String> gone, Set<String> made, String rename) {

  public static Change of(String sql, Set<String> gone, Set<String> made) {
    return new Change(sql, gone, made, "");
  }

  /** A statement that changes rows only. */
  public static Change rows(String sql) {
    return new Change(sql, Set.of(), Set.of(), "");
  }

  public boolean isRows() {
    return gone.isEmpty() && made.isEmpty();
  }
}
