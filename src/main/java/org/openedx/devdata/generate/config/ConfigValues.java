package org.openedx.devdata.generate.config;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Values of a configuration, key by key. Immutable.
 *
 * @param record as it was read
 * @param environment value of an environment variable, null when it is not set
 */
public record ConfigValues(SpecRecord record, UnaryOperator<String> environment) {

  /** Tests that a key is there with a value. */
  public boolean isGiven(String key) {
    Object value = record.raw(key);
    return value != null && value != SpecRecord.NULL;
  }

  /** Tests that a key is there without a value. */
  public boolean isEmpty(String key) {
    return record.raw(key) == SpecRecord.NULL;
  }

  /** A text without blanks around it. */
  public Optional<String> text(String key) {
    return record.text(key).map(String::strip);
  }

  /** A text that says something. */
  public Optional<String> name(String key) {
    return text(key).filter(text -> !text.isEmpty());
  }

  /** A number, or the default of the key's description. */
  public int number(String key) {
    return Math.toIntExact(longNumber(key));
  }

  /** As {@link #number}, for what may be larger. */
  long longNumber(String key) {
    return record.whole(key).orElseGet(() -> Long.parseLong(byDefault(key)));
  }

  int number(String key, int otherwise) {
    return record.whole(key).map(Long::intValue).orElse(otherwise);
  }

  /** A text without blanks around it, or the default of the key's description. */
  String textOrDefault(String key) {
    return text(key).orElseGet(() -> byDefault(key));
  }

  /** The value by default, as the key's description says it. */
  String byDefault(String key) {
    Kind kind = record.kind();
    return kind.fields().get(kind.indexOf(key)).defaultText();
  }

  public boolean flag(String key, boolean otherwise) {
    return record.bool(key).orElse(otherwise);
  }

  /** A secret; that of the environment wins over the file's. */
  public Optional<String> secret(String key, String variable) {
    return Optional.ofNullable(environment.apply(variable)).or(() -> text(key));
  }

  /** Shows no values, which may be secrets. */
  @Override
  public String toString() {
    return "";
  }
}
