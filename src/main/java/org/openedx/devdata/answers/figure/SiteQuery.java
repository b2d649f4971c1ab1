package org.openedx.devdata.answers.figure;

import java.util.List;
import java.util.Optional;

/**
 * Query for the rows of a chart in the tables that dbt derives. In it {@code {r}} stands for the
 * database of reports, {@code {x}} for that of statements, {@code {s}} for that of courses, {@code
 * {courses}} for a list of course keys, and {@code {now}} for the moment at which the world ends.
 *
 * @param tables the tables that it reads, such as {@code {r}.dim_student_status}; a site without
 *     one of them, or without one of the columns that the query names, is of another release
 * @param sql the query; its columns are the table's, or some of them: those that the site has
 * @param before what an earlier release is asked; nothing when it has no such figures
 */
public record SiteQuery(List<String> tables, String sql, Optional<SiteQuery> before) {

  /** Query of what no table of a site has. */
  public static final SiteQuery NONE = new SiteQuery(List.of(), "", Optional.empty());

  public SiteQuery {
    tables = List.copyOf(tables);
  }

  /** A query that all releases answer which have the tables. */
  public static SiteQuery of(List<String> tables, String sql) {
    return new SiteQuery(tables, sql, Optional.empty());
  }

  /** The same with a query for sites that do not have its tables. */
  public SiteQuery orBefore(SiteQuery earlier) {
    return new SiteQuery(tables, sql, Optional.of(earlier));
  }

  /** Returns whether there is something to ask. */
  public boolean isNone() {
    return sql.isEmpty();
  }
}
