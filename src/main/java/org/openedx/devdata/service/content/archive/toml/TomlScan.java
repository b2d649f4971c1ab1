package org.openedx.devdata.service.content.archive.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a TOML text for the heads of its tables and its keys, past whatever strings, arrays
 * and comments hold. Judges nothing: of a text that is no TOML it finds what it can. Used once.
 */
final class TomlScan {

  private final String text;
  private final List<Place> places = new ArrayList<>();
  private int at;
  private int line = 1;

  /** Form of a place. */
  enum Form {
    TABLE,
    ELEMENT,
    KEY
  }

  /**
   * A head or a key.
   *
   * @param line from 1
   * @param path its parts with points between, without quotes and blanks
   */
  record Place(int line, Form form, String path) {}

  private TomlScan(String text) {
    this.text = text;
  }

  /** All places of a text, in order. */
  static List<Place> of(String text) {
    TomlScan scan = new TomlScan(text);
    scan.run();
    return scan.places;
  }

  private void run() {
    while (at < text.length()) {
      int begin = line;
      if (isAt("[[")) {
        at += 2;
        places.add(new Place(begin, Form.ELEMENT, path()));
      } else if (isAt("[")) {
        at++;
        places.add(new Place(begin, Form.TABLE, path()));
      } else if (!isAt("#")) {
        String path = path();
        if (isAt("=")) {
          places.add(new Place(begin, Form.KEY, path));
        }
      }
      skipStatement();
    }
  }

  /** The parts of a key or a head, up to its end or to what belongs to none. */
  private String path() {
    StringBuilder path = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int begin = at + 1;
        skipString();
        path.append(text, begin, Math.max(begin, at - 1));
      } else if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.') {
        path.append(c);
        at++;
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        break;
      }
    }
    return path.toString();
  }

  /** Goes to the first character behind the line end of a statement. */
  private void skipStatement() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == '"' || c == '\'') {
        skipString();
      } else {
        at++;
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        if (c == '\n') {
          line++;
          if (depth <= 0) {
            return;
          }
        }
      }
    }
  }

  private void skipString() {
    char quote = text.charAt(at);
    String triple = String.valueOf(quote).repeat(3);
    boolean lines = isAt(triple);
    at += lines ? 3 : 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' && !lines) {
        return;
      }
      if (lines ? isAt(triple) : c == quote) {
        at += lines ? 3 : 1;
        return;
      }
      line += c == '\n' ? 1 : 0;
      boolean escaped = c == '\\' && quote == '"' && at + 1 < text.length();
      at++;
      if (escaped && text.charAt(at) != '\n') {
        at++;
      }
    }
  }

  private boolean isAt(String what) {
    return text.startsWith(what, at);
  }
}
