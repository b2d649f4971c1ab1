package org.openedx.devdata.xapi;

import java.nio.charset.StandardCharsets;
import org.openedx.devdata.bytes.Decimal;

/**
 * The texts of {@code raw / max} as floats, each made once. Mutable (it remembers), not
 * thread-safe.
 */
final class Fractions {

  private static final int REMEMBERED = 128;
  private static final byte[] ZERO = "0.0".getBytes(StandardCharsets.US_ASCII);

  private final byte[][][] texts = new byte[REMEMBERED][][];

  /** The text of the quotient; {@code 0.0} when {@code max} is 0. */
  byte[] of(int raw, int max) {
    if (max == 0) {
      return ZERO;
    }
    if (max < 0 || max >= REMEMBERED || raw < 0 || raw > max) {
      return text(raw, max);
    }
    byte[][] ofMax = texts[max];
    if (ofMax == null) {
      ofMax = new byte[max + 1][];
      texts[max] = ofMax;
    }
    byte[] known = ofMax[raw];
    if (known == null) {
      known = text(raw, max);
      ofMax[raw] = known;
    }
    return known;
  }

  private static byte[] text(int raw, int max) {
    return Decimal.shortest((double) raw / max).getBytes(StandardCharsets.US_ASCII);
  }
}
