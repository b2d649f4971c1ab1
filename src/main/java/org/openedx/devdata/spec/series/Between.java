package org.openedx.devdata.spec.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.TimeBetween;
import org.openedx.devdata.spec.TimeExpression;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * A value between two, each equally likely: numbers with as many decimals as the ends have, days,
 * or times. Immutable.
 *
 * @param node where it is written
 * @param value its text, from random bits
 */
record Between(SpecNode node, LongFunction<String> value, RandomStream stream) implements Form {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  @Override
  public SpecNode at(Turn turn) {
    String text = value.apply(stream.at(turn.number()));
    return ScalarNode.plain(node.line(), node.column(), text);
  }

  /**
   * Reads the ends.
   *
   * @param type of the field; null where it is not known
   * @return the text of a value, from random bits
   * @throws IllegalArgumentException with the reason for a person
   */
  static LongFunction<String> of(String first, String last, FieldType type) {
    if (NUMBER.matcher(first).matches() && NUMBER.matcher(last).matches()) {
      return numbers(new BigDecimal(first), new BigDecimal(last));
    }
    boolean days = DAY.matcher(first).matches() && DAY.matcher(last).matches();
    return days && !(type instanceof FieldType.Time) ? days(first, last) : times(first, last);
  }

  private static LongFunction<String> numbers(BigDecimal first, BigDecimal last) {
    int scale = Math.max(first.scale(), last.scale());
    BigInteger from = first.setScale(scale).unscaledValue();
    BigInteger steps = last.setScale(scale).unscaledValue().subtract(from).add(BigInteger.ONE);
    if (steps.signum() <= 0) {
      throw backwards(first.toPlainString(), last.toPlainString());
    }
    if (steps.bitLength() >= Long.SIZE) {
      throw new IllegalArgumentException(
          "has too many values between its ends; use fewer decimals");
    }
    return bits ->
        new BigDecimal(
                from.add(BigInteger.valueOf(Draw.below(bits, steps.longValueExact()))), scale)
            .toPlainString();
  }

  private static LongFunction<String> days(String first, String last) {
    try {
      LocalDate from = LocalDate.parse(first);
      long days = ChronoUnit.DAYS.between(from, LocalDate.parse(last)) + 1;
      if (days <= 0) {
        throw backwards(first, last);
      }
      return bits -> from.plusDays(Draw.below(bits, days)).toString();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("has an end that is not in the calendar; correct it", e);
    }
  }

  private static LongFunction<String> times(String first, String last) {
    TimeExpression from = time(first);
    TimeExpression to = time(last);
    Optional<Boolean> order = TimeBetween.isForward(from, to);
    if (order.isPresent() && !order.get()) {
      throw backwards(first, last);
    }
    return bits -> TimeBetween.text(first.strip(), last.strip(), Draw.unit(bits));
  }

  private static TimeExpression time(String text) {
    try {
      return TimeExpression.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "needs two numbers, days or times, and \"" + text + "\" " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException backwards(String first, String last) {
    return new IllegalArgumentException(
        "goes from %s to %s, which is before it; exchange them".formatted(first, last));
  }
}
