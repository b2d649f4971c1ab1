package org.openedx.devdata.jdbc.sql;

/**
 * One statement of a script.
 *
 * @param text without the semicolon that ends it
 * @param line where it begins in the script, from 1
 * @param column where it begins in its line, from 1
 */
public record SqlStatement(String text, int line, int column) {

  /** Position of a character of the statement in the script, as {@code line:column}. */
  public String placeOf(int index) {
    int atLine = line;
    int atColumn = column;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        atLine++;
        atColumn = 1;
      } else {
        atColumn++;
      }
    }
    return atLine + ":" + atColumn;
  }
}
