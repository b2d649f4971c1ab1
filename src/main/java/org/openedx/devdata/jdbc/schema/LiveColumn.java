package org.openedx.devdata.jdbc.schema;

/**
 * A column as the database really has it.
 *
 * @param name its name
 * @param dataType {@code information_schema} data type, lower case, such as {@code varchar}
 * @param nullable whether NULL is allowed
 * @param supplied whether the server fills it: a default, auto-increment or a generated column
 * @param maxLength characters of text, or -1
 * @param charset character set of text, or empty
 * @param collation collation of text, or empty
 */
public record LiveColumn(
    String name,
    String dataType,
    boolean nullable,
    boolean supplied,
    long maxLength,
    String charset,
    String collation) {

  /**
   * Returns whether text compares by case and accent, so that {@code a} and {@code A} are two keys.
   */
  public boolean caseSensitive() {
    return collation.endsWith("_bin") || collation.contains("_cs");
  }
}
