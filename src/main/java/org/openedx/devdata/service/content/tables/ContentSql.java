package org.openedx.devdata.service.content.tables;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;

/**
 * Queries in the names of the current layout, put as the database at hand calls things: {@code
 * {media}} stands for a table, {@code {m:media.hash_digest}} for a column of the alias {@code m}.
 * Not thread-safe.
 */
public final class ContentSql {

  private static final Pattern NAME =
      Pattern.compile("\\{(?:(?<alias>\\w+):)?(?<table>\\w+)(?:\\.(?<column>\\w+))?}");

  private final MySqlDatabase database;
  private final LayoutMap map;
  private final Layout layout;

  public ContentSql(MySqlDatabase database, LayoutMap map, Layout layout) {
    this.database = database;
    this.map = map;
    this.layout = layout;
  }

  /**
   * Rows as text, NULL as null.
   *
   * @param columns how many are read
   */
  public List<String[]> rows(String query, int columns, Object... parameters) {
    Query statement = database.handle().createQuery(named(query));
    for (int i = 0; i < parameters.length; i++) {
      statement.bind(i, parameters[i]);
    }
    return new ArrayList<>(
        statement
            .map(
                (result, context) -> {
                  String[] row = new String[columns];
                  for (int i = 0; i < columns; i++) {
                    row[i] = result.getString(i + 1);
                  }
                  return row;
                })
            .list());
  }

  /** Says whether the database has a table, also one that is not content's. */
  public boolean hasTable(String name) {
    return database.schema().has(name);
  }

  /** The query with the names of the layout. */
  String named(String query) {
    Matcher matcher = NAME.matcher(query);
    StringBuilder sql = new StringBuilder();
    while (matcher.find()) {
      String alias = matcher.group("alias");
      String table = matcher.group("table");
      String column = matcher.group("column");
      String name = column == null ? map.name(table, layout) : map.column(table, column, layout);
      matcher.appendReplacement(sql, (alias == null ? "" : alias + ".") + "`" + name + "`");
    }
    return matcher.appendTail(sql).toString();
  }

  /** A moment that a query has read as text. */
  public static Instant instant(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }

  /** Makes a query read a moment as text, so that no layer shifts it. */
  public static String moment(String column) {
    return "CAST(" + column + " AS CHAR)";
  }
}
