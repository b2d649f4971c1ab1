package org.openedx.devdata.answers.figure;

import java.util.List;
import java.util.Optional;

/**
 * Query for the rows of a chart in the tables that dbt derives. In it {@code {r}} stands for the
 * database of reports, {@code {x}} for that of statements, {@code {s}} for that of courses, {@code
 * {courses}} for a list of course keys, and {@code {now}} for the moment at which the world ends.
 *
 * @param tables what it reads that not every site has: tables, such as {@code
 *     {r}.dim_student_status}, and columns, {@code {r}.fact_video_engagement.block_id}
 * @param sql the query; its columns are the keys of the table, and figures
 * @param figures those of the table's figures that the query has; empty for all
 * @param before what an earlier release is asked; nothing when it has no such figures
 */
public record SiteQuery(
    List<String> tables, String sql, List<String> figures, Optional<SiteQuery> before) {

  /** Query of what no table of a site has. */
  public static final SiteQuery NONE = new SiteQuery(List.of(), "", List.of(), Optional.empty());

  public SiteQuery {
    tables = List.copyOf(tables);
    figures = List.copyOf(figures);
  }

  /** A query that all releases answer which have the tables. */
  public static SiteQuery of(List<String> tables, String sql) {
    return new SiteQuery(tables, sql, List.of(), Optional.empty());
  }

  /** The same with only some of a table's figures. */
  public SiteQuery with(String... some) {
    return new SiteQuery(tables, sql, List.of(some), before);
  }

  /** The figures that it has. */
  public List<String> figures(AnswerTable table) {
    return figures.isEmpty() ? table.figures() : figures;
  }

  /** The same with a query for sites that do not have its tables. */
  public SiteQuery orBefore(SiteQuery earlier) {
    return new SiteQuery(tables, sql, figures, Optional.of(earlier));
  }

  /** Returns whether there is something to ask. */
  public boolean isNone() {
    return sql.isEmpty();
  }
}
