package org.openedx.devdata.service.aspects.derived;

import java.util.Set;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * Something that a site derives.
 *
 * @param name the table that is filled, or the dictionary
 * @param kind how it is filled
 * @param view what fills it; the dictionary itself
 * @param select the query that fills it; empty for a dictionary
 * @param reads what it reads or waits for, directly
 */
public record Derived(
    TableName name, Kind kind, TableName view, String select, Set<TableName> reads) {

  /** Way in which it is filled. */
  public enum Kind {
    /** Reloaded as a whole. */
    DICTIONARY,
    /** By each insert into a table that it reads. */
    TRIGGER,
    /** Replaced as a whole by a timer. */
    REFRESHED,
    /** By a timer that adds rows, of which it selects those of a short time only. */
    APPENDED
  }

  public Derived {
    reads = Set.copyOf(reads);
  }

  /**
   * Returns whether its query looks at what the table has already, as for what is newer than that.
   */
  boolean readsItself() {
    return reads.contains(name);
  }

  /** Returns whether its rows are kept from one filling to the next. */
  boolean accumulates() {
    return kind == Kind.TRIGGER || kind == Kind.APPENDED;
  }
}
