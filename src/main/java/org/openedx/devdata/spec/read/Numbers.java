package org.openedx.devdata.spec.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.read.ScalarReader.Conversion;
import org.openedx.devdata.spec.read.ScalarReader.Unfit;
import org.openedx.devdata.spec.yaml.ScalarNode;

/** Conversions of texts to numbers. Written as people write them: no octal, no underscores. */
final class Numbers {

  private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|[1-9][0-9]*)");
  private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9][0-9]*(?:_[0-9]+)+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:0|[1-9][0-9]*)?(?:\\.[0-9]+|(?<=[0-9])\\.?)");
  private static final Pattern REAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?\\.?(?:inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

  /** Longer texts are not converted, since that takes time that grows with their square. */
  private static final int LONGEST = 400;

  private Numbers() {}

  static String expected(FieldType.Whole type) {
    if (type.min() == Long.MIN_VALUE && type.max() == Long.MAX_VALUE) {
      return "must be a whole number";
    }
    return "must be a whole number from " + type.min() + " to " + type.max();
  }

  static Conversion whole(FieldType.Whole type) {
    BigInteger min = BigInteger.valueOf(type.min());
    BigInteger max = BigInteger.valueOf(type.max());
    String unfit = expected(type) + ", not ";
    return scalar -> {
      String text = scalar.text();
      if (type.grouped() && text.length() <= LONGEST && GROUPED.matcher(text).matches()) {
        text = text.replace("_", "");
      }
      if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
        throw new Unfit(unfit + Reading.shown(scalar));
      }
      BigInteger number = new BigInteger(text);
      if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
        throw new Unfit(unfit + Reading.shown(scalar));
      }
      return number.longValue();
    };
  }

  static String expected(FieldType.Decimal type) {
    return "must be a number with at most " + type.scale() + " decimals";
  }

  static Conversion decimal(FieldType.Decimal type) {
    String unfit = expected(type) + ", not ";
    int digits = type.precision() - type.scale();
    return scalar -> {
      String text = scalar.text();
      refuseInfinite(scalar);
      if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
        throw new Unfit(unfit + Reading.shown(scalar));
      }
      BigDecimal number = new BigDecimal(text);
      if (number.stripTrailingZeros().scale() > type.scale()) {
        throw new Unfit(unfit + Reading.shown(scalar));
      }
      if (number.precision() - number.scale() > digits) {
        throw new Unfit(
            "is too large: "
                + Reading.shown(scalar)
                + "; at most "
                + digits
                + " digits fit before the decimal point");
      }
      return number;
    };
  }

  static String expectedReal() {
    return "must be a number";
  }

  static Conversion real() {
    return scalar -> {
      String text = scalar.text();
      refuseInfinite(scalar);
      if (text.length() > LONGEST || !REAL.matcher(text).matches()) {
        throw new Unfit("must be a number, not " + Reading.shown(scalar));
      }
      double number = Double.parseDouble(text);
      if (Double.isInfinite(number)) {
        throw new Unfit("is too large for a number: " + Reading.shown(scalar));
      }
      return number;
    };
  }

  private static void refuseInfinite(ScalarNode scalar) throws Unfit {
    if (NOT_FINITE.matcher(scalar.text()).matches()) {
      throw new Unfit(
          "must be a finite number, not "
              + Reading.shown(scalar)
              + "; databases have no such value");
    }
  }
}
