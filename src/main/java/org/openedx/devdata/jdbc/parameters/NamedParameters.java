package org.openedx.devdata.jdbc.parameters;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds {@code :name} and {@code ?} in a statement, outside quotes and comments. {@code ::}, {@code
 * ??} and what follows a backslash stand for themselves, as in Jdbi's own parser. Stateless.
 */
public final class NamedParameters implements SqlParser {

  /** Lets the statements of connections be read here, and their lists by {@link ListAttributes}. */
  public static Jdbi in(Jdbi jdbi) {
    return jdbi.configure(
        SqlStatements.class,
        statements ->
            statements.setSqlParser(new NamedParameters()).setTemplateEngine(new ListAttributes()));
  }

  @Override
  public ParsedSql parse(String sql, StatementContext context) {
    ParsedSql.Builder parsed = ParsedSql.builder();
    int copied = 0;
    int at = 0;
    while (at < sql.length()) {
      int end = end(sql, at);
      String token = sql.substring(at, end);
      switch (token.charAt(0)) {
        case ':' -> {
          if (token.length() > 1 && !token.equals("::")) {
            parsed.append(sql.substring(copied, at)).appendNamedParameter(token.substring(1));
            copied = end;
          }
        }
        case '?' -> {
          if (token.length() == 1) {
            parsed.append(sql.substring(copied, at)).appendPositionalParameter();
            copied = end;
          }
        }
        case '\\' -> {
          parsed.append(sql.substring(copied, at));
          copied = at + 1;
        }
        default -> {
          // Copied with what surrounds it.
        }
      }
      at = end;
    }
    return parsed.append(sql.substring(copied)).build();
  }

  /** The end of the token that begins here: a quote, a comment, a parameter or one character. */
  private static int end(String sql, int at) {
    char first = sql.charAt(at);
    return switch (first) {
      case '\'', '"' -> quoteEnd(sql, at);
      case '/', '-' -> commentEnd(sql, at);
      case '\\' -> Math.min(at + 2, sql.length());
      case '?' -> sql.startsWith("??", at) ? at + 2 : at + 1;
      case ':' -> sql.startsWith("::", at) ? at + 2 : nameEnd(sql, at + 1);
      default -> at + 1;
    };
  }

  /** The end of a quote, or of the one character where it has no end. */
  private static int quoteEnd(String sql, int at) {
    for (int i = at + 1; i < sql.length(); i++) {
      if (sql.charAt(i) == '\\') {
        i++;
      } else if (sql.charAt(i) == sql.charAt(at)) {
        return i + 1;
      }
    }
    return at + 1;
  }

  /** The end of a comment, or of the one character where none begins. */
  private static int commentEnd(String sql, int at) {
    if (sql.startsWith("/*", at)) {
      int end = sql.indexOf("*/", at + 2);
      return end < 0 ? at + 1 : end + 2;
    }
    if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end;
    }
    return at + 1;
  }

  private static int nameEnd(String sql, int from) {
    int end = from;
    while (end < sql.length() && isOfName(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
  }

  @Override
  public String nameParameter(String name, StatementContext context) {
    return ":" + name;
  }
}
