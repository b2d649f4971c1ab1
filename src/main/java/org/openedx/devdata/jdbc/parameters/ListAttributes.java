package org.openedx.devdata.jdbc.parameters;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Puts what a statement defines, such as the parameters of a list, in the place of {@code <name>}.
 * Other names stay: {@code a < b} is SQL. Stateless.
 */
final class ListAttributes implements TemplateEngine {

  private static final Pattern NAME = Pattern.compile("<(\\w+)>");

  @Override
  public String render(String sql, StatementContext context) {
    return NAME.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(value(found, context)));
  }

  private static String value(MatchResult found, StatementContext context) {
    Object defined = context.getAttribute(found.group(1));
    return defined == null ? found.group() : defined.toString();
  }
}
