package org.openedx.devdata.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Takes a script apart at the semicolons that are not in texts, names or comments. */
public final class SqlScript {

  private final String text;
  private final List<SqlStatement> statements = new ArrayList<>();
  private int position;
  private int start = -1;

  private SqlScript(String text) {
    this.text = text;
  }

  /** The statements of a script in the dialect of MySQL; none when it holds only comments. */
  public static List<SqlStatement> statements(String text) {
    SqlScript script = new SqlScript(text);
    script.read();
    return List.copyOf(script.statements);
  }

  private void read() {
    while (position < text.length()) {
      char character = text.charAt(position);
      if (character == ';') {
        end();
        position++;
      } else if (!comment()) {
        if (start < 0 && !Character.isWhitespace(character)) {
          start = position;
        }
        position = quoted(character) ? endOfQuoted(character) : position + 1;
      }
    }
    end();
  }

  private void end() {
    if (start >= 0) {
      int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
      int column = start - text.lastIndexOf('\n', start - 1);
      statements.add(new SqlStatement(text.substring(start, position).strip(), line, column));
    }
    start = -1;
  }

  /** Passes over a comment, if there is one here. {@code /*!} is none: the server reads it. */
  private boolean comment() {
    if (text.startsWith("/*", position) && !text.startsWith("/*!", position)) {
      position = after("*/", position + 2);
      return true;
    }
    boolean dashes =
        text.startsWith("--", position)
            && (position + 2 == text.length() || Character.isWhitespace(text.charAt(position + 2)));
    if (dashes || text.charAt(position) == '#') {
      position = after("\n", position);
      return true;
    }
    return false;
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private static boolean quoted(char character) {
    return character == '\'' || character == '"' || character == '`';
  }

  /** A doubled quote begins a new quoted part at once, which comes to the same. */
  private int endOfQuoted(char quote) {
    for (int i = position + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote != '`') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }
}
