package org.openedx.devdata.jdbc.catalog;

/**
 * A column as the server describes it.
 *
 * @param name its name
 * @param dataType type without length, lower case, such as {@code varchar}
 * @param columnType whole type, such as {@code varchar(255)} or {@code int unsigned}
 * @param nullable whether NULL is allowed
 * @param defaultValue what the server puts where no value is given, as it writes it; empty for none
 * @param extra such as {@code auto_increment} or {@code on update current_timestamp(6)}, lower case
 * @param generation expression that the server computes it from; empty for a column with values
 * @param charset character set of text; empty for other types
 * @param collation collation of text; empty for other types
 */
public record CatalogColumn(
    String name,
    String dataType,
    String columnType,
    boolean nullable,
    String defaultValue,
    String extra,
    String generation,
    String charset,
    String collation) {

  /** Returns whether the server computes it, so that no value can be written. */
  public boolean generated() {
    return !generation.isEmpty();
  }

  public boolean numbered() {
    return extra.contains("auto_increment");
  }

  /** Returns whether values are text that a person can read. */
  public boolean isText() {
    return !charset.isEmpty();
  }

  /** Returns whether values are bytes that are no text. */
  public boolean isBinary() {
    return switch (dataType) {
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit", "vector" ->
          true;
      default -> isGeometry();
    };
  }

  /** Returns whether values are shapes, whose bytes are a reference system's number and WKB. */
  public boolean isGeometry() {
    return switch (dataType) {
      case "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          true;
      default -> false;
    };
  }

  /**
   * Returns whether the server makes values of text alone: of bytes without a character set it
   * takes none, or another form of them, as MariaDB does of 16 bytes for a UUID.
   */
  public boolean isMadeOfText() {
    return switch (dataType) {
      case "json", "uuid", "inet4", "inet6" -> true;
      default -> false;
    };
  }

  /** Returns whether values are numbers. */
  public boolean isNumber() {
    return isWhole()
        || switch (dataType) {
          case "decimal", "float", "double", "year" -> true;
          default -> false;
        };
  }

  /** Returns whether values are whole numbers of up to 64 bits. */
  public boolean isWhole() {
    return switch (dataType) {
      case "tinyint", "smallint", "mediumint", "int", "bigint" -> true;
      default -> false;
    };
  }

  /** Returns whether a whole number is never negative, so that all its bits count. */
  public boolean isUnsigned() {
    return columnType.contains("unsigned");
  }
}
