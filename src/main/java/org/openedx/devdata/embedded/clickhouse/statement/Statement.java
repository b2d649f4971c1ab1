package org.openedx.devdata.embedded.clickhouse.statement;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

/**
 * Facts that the endpoint has to know of a statement before the engine sees it.
 *
 * @param kind how to run it
 * @param end for an INSERT with data: where the statement ends, before VALUES or FORMAT
 * @param input for an INSERT from {@code input(...)}: where that stands
 * @param data for an INSERT with data: where the data begins
 * @param format the format that it names: of its data or of its result
 * @param totals whether its result may have a part that streaming would lose
 */
public record Statement(
    Kind kind, int end, int input, int data, Optional<String> format, boolean totals) {

  /** Way to run a statement. */
  public enum Kind {
    /** Nothing but blanks and comments. */
    EMPTY,
    /** May be streamed out. */
    SELECT,
    /** {@code INSERT INTO t FORMAT X} or {@code VALUES}, with the data behind it. */
    INSERT,
    /** {@code INSERT INTO t SELECT ... FROM input(...) FORMAT X}, with the data behind it. */
    INSERT_FROM_INPUT,
    /** All else: run to the end, then answer. */
    OTHER
  }

  private static final Set<String> SELECTS = Set.of("select", "with", "from");

  /**
   * Reads the head of a statement.
   *
   * @param text the statement, and behind it perhaps a piece of its data
   * @param length how much of the array counts
   * @throws ChdbException code 62 when there are two statements: a server refuses that too
   */
  public static Statement read(byte[] text, int length) {
    SqlTokens tokens = new SqlTokens(text, length);
    SqlTokens.Kind first = tokens.next();
    while (tokens.is('(')) {
      first = tokens.next();
    }
    if (first == SqlTokens.Kind.END) {
      return new Statement(Kind.EMPTY, 0, 0, 0, Optional.empty(), false);
    }
    if (tokens.is("insert")) {
      return readInsert(tokens, text, length);
    }
    boolean select =
        first == SqlTokens.Kind.WORD && SELECTS.contains(tokens.word().toLowerCase(Locale.ROOT));
    return readOther(tokens, select ? Kind.SELECT : Kind.OTHER);
  }

  private static Statement readInsert(SqlTokens tokens, byte[] text, int length) {
    boolean select = false;
    boolean named = false;
    int input = 0;
    int depth = 0;
    while (tokens.next() != SqlTokens.Kind.END) {
      depth += depthChange(tokens);
      if (select && tokens.is("input")) {
        input = tokens.start();
      }
      if (depth > 0 || named) {
        named = false;
        continue;
      }
      // What stands behind a dot is a name, even when it reads "format" or "values".
      named = tokens.is('.');
      if (tokens.is("select") || tokens.is("with")) {
        select = true;
      } else if (tokens.is("values") && !select) {
        return new Statement(
            Kind.INSERT, tokens.start(), 0, tokens.end(), Optional.of("Values"), false);
      } else if (tokens.is("format")) {
        int end = tokens.start();
        if (tokens.next() == SqlTokens.Kind.WORD) {
          if (select && input == 0) {
            break;
          }
          Kind kind = select ? Kind.INSERT_FROM_INPUT : Kind.INSERT;
          int data = dataStart(text, tokens.end(), length);
          return new Statement(kind, end, input, data, Optional.of(tokens.word()), false);
        }
      }
    }
    return new Statement(Kind.OTHER, 0, 0, 0, Optional.empty(), false);
  }

  /** The engine's rule: blanks, then at most one line end, belong to the statement. */
  private static int dataStart(byte[] text, int from, int length) {
    int at = from;
    while (at < length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\f')) {
      at++;
    }
    if (at < length && text[at] == '\r') {
      at++;
    }
    if (at < length && text[at] == '\n') {
      at++;
    }
    return at;
  }

  private static Statement readOther(SqlTokens tokens, Kind kind) {
    Optional<String> format = Optional.empty();
    boolean totals = false;
    boolean ended = false;
    int depth = 0;
    SqlTokens.Kind token = tokens.next();
    while (token != SqlTokens.Kind.END) {
      if (ended) {
        throw new ChdbException(
            62, "Syntax error: Multi-statements are not allowed. (SYNTAX_ERROR)");
      }
      depth += depthChange(tokens);
      ended = depth <= 0 && tokens.is(';');
      totals |= tokens.is("totals") || tokens.is("extremes");
      boolean names = depth <= 0 && tokens.is("format");
      token = tokens.next();
      if (names && token == SqlTokens.Kind.WORD) {
        format = Optional.of(tokens.word());
        token = tokens.next();
      }
    }
    return new Statement(kind, 0, 0, 0, format, totals);
  }

  private static int depthChange(SqlTokens tokens) {
    if (tokens.is('(') || tokens.is('[') || tokens.is('{')) {
      return 1;
    }
    return tokens.is(')') || tokens.is(']') || tokens.is('}') ? -1 : 0;
  }
}
