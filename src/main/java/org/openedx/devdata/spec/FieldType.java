package org.openedx.devdata.spec;

import java.util.List;

/**
 * Type of the values that a field may hold. The Java type of a read value is named at each; an
 * explicit YAML null is read as {@link SpecRecord#NULL} where the field is nullable.
 */
public sealed interface FieldType {

  /**
   * {@code String}; any scalar is taken by its text, so that {@code country: NO} is "NO".
   *
   * @param maxLength maximum number of characters
   */
  record Text(int maxLength) implements FieldType {}

  /**
   * {@code Long}.
   *
   * @param grouped whether digits may be parted by {@code _}, as YAML 1.1 and Python have it
   */
  record Whole(long min, long max, boolean grouped) implements FieldType {

    /** A number whose digits stand together. */
    public Whole(long min, long max) {
      this(min, max, false);
    }
  }

  /** {@code BigDecimal} with at most {@code scale} decimals. */
  record Decimal(int precision, int scale) implements FieldType {}

  /** {@code Double}, finite. */
  record Real() implements FieldType {}

  /** {@code Boolean}: true, false, yes, no, on, off, 1, 0. */
  record Bool() implements FieldType {}

  /** {@link TimeExpression}. */
  record Time() implements FieldType {}

  /** {@code java.time.LocalDate}. */
  record Day() implements FieldType {}

  /**
   * {@code String}, one of the values, exactly spelled. The values are looked at when a file is
   * read.
   */
  record Choice(List<String> values) implements FieldType {}

  /** {@code String}: a valid course key without branch and version. */
  record CourseKeyText() implements FieldType {}

  /** {@code String}: a valid usage key without branch and version. */
  record UsageKeyText() implements FieldType {}

  /**
   * {@code com.fasterxml.jackson.databind.JsonNode}; any YAML value.
   *
   * @param texts whether numbers and truth values are the texts that are written
   */
  record Json(boolean texts) implements FieldType {
    public Json() {
      this(false);
    }
  }

  /**
   * {@code List<Object>} of the element's Java type.
   *
   * @param distinct whether two items may not be the same to the database
   */
  record ListOf(FieldType element, boolean distinct) implements FieldType {

    /** A list whose items may repeat. */
    public ListOf(FieldType element) {
      this(element, false);
    }
  }

  /** {@code List<SpecRecord>}: nested records. */
  record Records(Kind kind) implements FieldType {}

  /** {@code SpecRecord}: one nested record. */
  record Nested(Kind kind) implements FieldType {}

  /**
   * {@link PlacedMap} from free keys to values of the type, in file order. A value that is not as
   * it should be is left out, and its key is.
   */
  record MapOf(FieldType value) implements FieldType {}
}
