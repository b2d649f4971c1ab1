package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowersTest {

  @Test
  void agreesWithTheExponential() {
    for (int i = -690_000; i <= 690_000; i += 7) {
      double x = i / 1_000.0;
      assertThat(Powers.exp(x) / StrictMath.exp(x)).as("%s", x).isCloseTo(1, within(1e-10));
    }
    assertThat(Powers.exp(0)).isEqualTo(1);
  }

  @Test
  void numbersBeyondTheRangeOfDoublesStayFinite() {
    assertThat(Powers.exp(1e9)).isFinite().isPositive();
    assertThat(Powers.exp(-1e9)).isFinite().isNotNegative();
  }

  @Test
  void logNormalNumbersHaveTheMedian() {
    RandomStream stream = RandomStream.of(5);
    int below = 0;
    for (int i = 0; i < 20_000; i++) {
      below += Powers.logNormal(stream.at(i), 30, 1.2) < 30 ? 1 : 0;
    }
    assertThat(below / 20_000.0).isCloseTo(0.5, within(0.015));
  }

  @Test
  void normalNumbersAreThoseOfTheQuantileFunction() {
    RandomStream stream = RandomStream.of(6);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      long bits = stream.at(i);
      double exact = Quantile.normal(Draw.openUnit(bits));
      double number = Powers.normal(bits);
      assertThat(number).isCloseTo(exact, within(Math.abs(exact) < 2.8 ? 0.005 : 2));
      sum += number;
      squares += number * number;
    }
    assertThat(sum / 100_000).isCloseTo(0, within(0.01));
    assertThat(squares / 100_000).isCloseTo(1, within(0.02));
  }
}
