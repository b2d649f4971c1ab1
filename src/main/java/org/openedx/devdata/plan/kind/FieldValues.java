package org.openedx.devdata.plan.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/** Values of columns in the Java forms of fields: the way back of {@link ColumnMapping}. */
public final class FieldValues {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private FieldValues() {}

  /**
   * The value of a column as a field has it; empty where the field cannot say it.
   *
   * @param value see {@link org.openedx.devdata.jdbc.table.ColumnValues}; null for NULL
   */
  public static Optional<Object> of(Field field, Object value) {
    if (value == null) {
      return field.nullable() ? Optional.of(SpecRecord.NULL) : Optional.empty();
    }
    try {
      return Optional.ofNullable(plain(field.type(), value));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty(); // What is stored is not what the field is for.
    }
  }

  private static Object plain(FieldType type, Object value) throws JsonProcessingException {
    if (type instanceof FieldType.Time) {
      return value instanceof LocalDateTime moment ? time(moment) : null;
    }
    if (type instanceof FieldType.Json) {
      return value instanceof JsonNode ? value : JSON.readTree((String) value);
    }
    if (type instanceof FieldType.Text
        || type instanceof FieldType.Choice
        || type instanceof FieldType.UsageKeyText
        || type instanceof FieldType.CourseKeyText) {
      return text(type, value);
    }
    return value instanceof BigDecimal number && type instanceof FieldType.Real
        ? (Object) number.doubleValue()
        : value;
  }

  private static Object text(FieldType type, Object value) {
    boolean isKey =
        type instanceof FieldType.CourseKeyText || type instanceof FieldType.UsageKeyText;
    return isKey && value.toString().isEmpty() ? null : value.toString();
  }

  /** A moment as specs write it. */
  public static TimeExpression time(LocalDateTime moment) {
    return TimeExpression.parse(moment.toInstant(ZoneOffset.UTC).toString());
  }
}
