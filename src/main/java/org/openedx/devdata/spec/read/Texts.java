package org.openedx.devdata.spec.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.TimeExpression;
import org.openedx.devdata.spec.read.ScalarReader.Conversion;
import org.openedx.devdata.spec.read.ScalarReader.Unfit;

/** Conversions of texts that are not numbers. */
final class Texts {

  private static final Pattern DAY = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

  /** More values than these are not listed in a message. */
  private static final int MANY = 15;

  private static final int RECENT_KEYS = 1 << 8;

  /** A text and the key that it is. */
  private record Parsed(String text, String key) {}

  private Texts() {}

  static Conversion text(FieldType.Text type) {
    return scalar -> {
      String text = scalar.text();
      int length = text.codePointCount(0, text.length());
      if (length > type.maxLength()) {
        throw new Unfit(
            "is %s characters long: %s; at most %s fit"
                .formatted(length, Reading.shown(scalar), type.maxLength()));
      }
      return text;
    };
  }

  /**
   * A text by which a row is found: one line, as it is to be written elsewhere.
   *
   * @param mayBeEmpty whether an empty one means something
   */
  static Conversion name(FieldType.Text type, boolean mayBeEmpty) {
    Conversion text = text(type);
    return scalar -> {
      String value = (String) text.of(scalar);
      if (value.isBlank() && !mayBeEmpty) {
        throw new Unfit("may not be empty; give it a value");
      }
      int control = value.chars().filter(Character::isISOControl).findFirst().orElse(-1);
      if (control == '\n' || control == '\r') {
        throw new Unfit(
            "must be one line, not "
                + Reading.shown(scalar)
                + "; write it on the line of its key, or with >- in place of >");
      }
      if (control >= 0) {
        throw new Unfit("may hold no control character, as " + Reading.shown(scalar) + " does");
      }
      return value;
    };
  }

  static Conversion bool() {
    return scalar ->
        switch (scalar.text().toLowerCase(Locale.ROOT)) {
          case "true", "yes", "on", "1" -> Boolean.TRUE;
          case "false", "no", "off", "0" -> Boolean.FALSE;
          default -> throw new Unfit("must be true or false, not " + Reading.shown(scalar));
        };
  }

  static Conversion time() {
    return scalar -> {
      try {
        return TimeExpression.parse(scalar.text());
      } catch (IllegalArgumentException e) {
        throw new Unfit(
            scalar.secret()
                ? "must be a time, not " + Reading.shown(scalar)
                : "must be a time: " + Reading.shown(scalar) + " " + e.getMessage());
      }
    };
  }

  static Conversion day() {
    return scalar -> {
      try {
        if (DAY.matcher(scalar.text()).matches()) {
          return LocalDate.parse(scalar.text());
        }
      } catch (DateTimeException e) {
        throw new Unfit("must be a day of the calendar, not " + Reading.shown(scalar));
      }
      throw new Unfit("must be a day like 2026-03-29, not " + Reading.shown(scalar));
    };
  }

  static Conversion choice(FieldType.Choice type) {
    Set<String> values = new LinkedHashSet<>(type.values());
    return scalar -> {
      if (values.contains(scalar.text())) {
        return scalar.text();
      }
      String list = values.size() > MANY ? "a known value" : "one of " + String.join(", ", values);
      String hint = scalar.secret() ? "" : DidYouMean.hint(scalar.text(), values, "");
      throw new Unfit("must be " + list + ", not " + Reading.shown(scalar) + hint);
    };
  }

  static Conversion key(String what, UnaryOperator<String> parser) {
    // A course is named by each of its learners' records: what was parsed lately is known.
    Parsed[] recent = new Parsed[RECENT_KEYS];
    return scalar -> {
      try {
        int slot = scalar.text().hashCode() & (RECENT_KEYS - 1);
        Parsed last = recent[slot]; // Immutable, so threads may see each other's or not.
        if (last == null || !last.text().equals(scalar.text())) {
          last = new Parsed(scalar.text(), parser.apply(scalar.text()));
          recent[slot] = last;
        }
        return last.key();
      } catch (IllegalArgumentException e) {
        throw new Unfit(
            scalar.secret()
                ? "must be a " + what + ", not " + Reading.shown(scalar)
                : "must be a " + what + ": " + e.getMessage());
      }
    };
  }
}
