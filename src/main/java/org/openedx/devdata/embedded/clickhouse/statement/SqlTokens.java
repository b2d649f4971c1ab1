package org.openedx.devdata.embedded.clickhouse.statement;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the tokens of ClickHouse SQL in bytes: words, quoted names, strings, numbers and
 * single characters, past blanks and comments. Knows just enough to find clauses without being
 * fooled by quotes. Mutable, not thread-safe.
 */
final class SqlTokens {

  /** Kind of a token. */
  enum Kind {
    WORD,
    QUOTED,
    OTHER,
    END
  }

  private final byte[] text;
  private final int limit;
  private int start;
  private int end;
  private Kind kind = Kind.OTHER;

  SqlTokens(byte[] text, int limit) {
    this(text, limit, 0);
  }

  /** Begins in the middle, where a token may begin. */
  SqlTokens(byte[] text, int limit, int from) {
    this.text = text;
    this.limit = limit;
    this.end = from;
  }

  /** Goes to the next token and returns its kind. */
  Kind next() {
    start = skipBlanks(end);
    if (start >= limit) {
      end = limit;
      kind = Kind.END;
      return kind;
    }
    int c = text[start];
    if (isWordStart(c)) {
      end = start + 1;
      // A dollar sign inside a word begins no heredoc.
      while (end < limit && (isWordPart(text[end]) || text[end] == '$')) {
        end++;
      }
      kind = Kind.WORD;
    } else if (c == '\'' || c == '"' || c == '`') {
      end = quotedEnd(start, c);
      kind = Kind.QUOTED;
    } else if (c == '$' && heredocEnd(start) > start) {
      end = heredocEnd(start);
      kind = Kind.QUOTED;
    } else if (c >= '0' && c <= '9') {
      end = start + 1;
      while (end < limit && (isWordPart(text[end]) || text[end] == '.')) {
        end++;
      }
      kind = Kind.OTHER;
    } else {
      end = start + 1;
      kind = Kind.OTHER;
    }
    return kind;
  }

  /** Returns whether the current token is this keyword, in any case. */
  boolean is(String keyword) {
    return kind == Kind.WORD && word().equalsIgnoreCase(keyword);
  }

  /** Returns whether the current token is this one character. */
  boolean is(char c) {
    return kind == Kind.OTHER && end == start + 1 && text[start] == c;
  }

  /** Returns whether the current token is a quoted name or a string. */
  boolean isQuoted() {
    return kind == Kind.QUOTED;
  }

  String word() {
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < limit) {
      int c = text[at];
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        at++;
      } else if (c == '-' && at + 1 < limit && text[at + 1] == '-') {
        at = lineEnd(at);
      } else if (c == '#' && at + 1 < limit && (text[at + 1] == ' ' || text[at + 1] == '!')) {
        at = lineEnd(at);
      } else if (c == '/' && at + 1 < limit && text[at + 1] == '*') {
        int inside = at + 2;
        at = inside + 1;
        while (at < limit && !(text[at - 1] == '*' && text[at] == '/')) {
          at++;
        }
        at++;
      } else {
        return at;
      }
    }
    return limit;
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < limit && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private int quotedEnd(int from, int quote) {
    int at = from + 1;
    while (at < limit) {
      if (text[at] == '\\') {
        at += 2;
      } else if (text[at] != quote) {
        at++;
      } else if (at + 1 < limit && text[at + 1] == quote) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return limit;
  }

  /** The end of {@code $tag$ ... $tag$}, or {@code from} when there is none. */
  private int heredocEnd(int from) {
    int tagEnd = from + 1;
    while (tagEnd < limit && isWordPart(text[tagEnd])) {
      tagEnd++;
    }
    if (tagEnd >= limit || text[tagEnd] != '$') {
      return from;
    }
    int length = tagEnd + 1 - from;
    for (int at = tagEnd + 1; at + length <= limit; at++) {
      if (java.util.Arrays.equals(text, at, at + length, text, from, from + length)) {
        return at + length;
      }
    }
    return from;
  }

  private static boolean isWordStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c < 0;
  }

  private static boolean isWordPart(int c) {
    return isWordStart(c) || (c >= '0' && c <= '9');
  }
}
