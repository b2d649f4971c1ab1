package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {

  private static final int DRAWS = 200_000;

  private final RandomStream stream = RandomStream.of(11).derive("distributions");

  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.0470962993612",
    "1e-20, -9.262340089798405",
    "1e-10, -6.361340902404056",
    "0.001, -3.090232306167813",
    "0.02425, -1.9729610513118845",
    "0.074, -1.4466320671589785",
    "0.3, -0.5244005127080407",
    "0.5, 0.0",
    "0.95, 1.6448536269514715",
    "0.999999999999, 7.0344869100478356",
  })
  void normalQuantilesAreExact(double u, double expected) {
    assertThat(Quantile.normal(u)).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
  }

  @Test
  void exponentialFollowsItsFormula() {
    follows(
        n -> Quantile.exponential(Draw.openUnit(stream.at(n)), 3), x -> 1 - Math.exp(-x / 3), 10);
  }

  @Test
  void logNormalHasItsMedian() {
    assertThat(Quantile.logNormal(0.5, 20, 1.5)).isEqualTo(20);
    assertThat(Quantile.logNormal(0.8413447460685429, 20, 1.5))
        .isCloseTo(20 * Math.exp(1.5), within(1e-9));
  }

  @Test
  void geometricCountsFailures() {
    long[] counts = new long[40];
    double[] expected = new double[40];
    for (int n = 0; n < DRAWS; n++) {
      counts[(int) Math.min(39, Quantile.geometric(Draw.openUnit(stream.at(n)), 0.25))]++;
    }
    for (int k = 0; k < 39; k++) {
      expected[k] = DRAWS * 0.25 * Math.pow(0.75, k);
    }
    expected[39] = DRAWS * Math.pow(0.75, 39);

    assertThat(ChiSquare.deviations(counts, expected)).isBetween(-4.0, 4.0);
    assertThat(Quantile.geometric(0.9, 1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"10, 1.0", "50, 0.5", "1000, 1.2", "7, 3.0", "1, 1.0", "2, 1.0"})
  void zipfKeepsItsProportions(int ranks, double exponent) {
    Zipf zipf = new Zipf(ranks, exponent);
    long[] counts = new long[Math.max(2, ranks)];
    double[] expected = new double[counts.length];
    double total = 0;
    for (int n = 0; n < DRAWS; n++) {
      counts[(int) zipf.pick(stream.at(n))]++;
    }
    for (int rank = 0; rank < ranks; rank++) {
      expected[rank] = Math.pow(rank + 1, -exponent);
      total += expected[rank];
    }
    for (int rank = 0; rank < ranks; rank++) {
      expected[rank] *= DRAWS / total;
    }

    if (ranks == 1) {
      assertThat(counts).containsExactly(DRAWS, 0);
    } else {
      assertThat(ChiSquare.deviations(counts, expected)).isBetween(-4.0, 4.0);
    }
  }

  @Test
  void zipfOfManyRanksNeedsNoTable() {
    Zipf zipf = new Zipf(Long.MAX_VALUE / 4, 1.01);

    for (int n = 0; n < 1000; n++) {
      assertThat(zipf.pick(stream.at(n))).isNotNegative();
    }
  }

  @Test
  void betaOfWholeParametersFollowsItsFormula() {
    // With alpha 2 and beta 3 the distribution function is 6x^2 - 8x^3 + 3x^4.
    Beta beta = new Beta(2, 3);

    follows(n -> beta.at(stream.at(n)), x -> x * x * (6 - 8 * x + 3 * x * x), 1);
  }

  @Test
  void betaBelowOneFollowsItsFormula() {
    // With alpha and beta 1/2 it is the arcsine distribution.
    Beta beta = new Beta(0.5, 0.5);

    follows(n -> beta.at(stream.at(n)), x -> 2 / Math.PI * Math.asin(Math.sqrt(x)), 1);
  }

  @Test
  void betaAroundAMeanHasThatMean() {
    Beta beta = Beta.around(0.7, 20);
    double sum = 0;
    for (int n = 0; n < DRAWS; n++) {
      sum += beta.at(stream.at(n));
    }

    assertThat(sum / DRAWS).isCloseTo(0.7, within(0.001));
  }

  @Test
  void valuesNeverChange() {
    double sum = 0;
    Zipf zipf = new Zipf(1000, 1.1);
    Beta beta = new Beta(2, 5);
    for (int n = 0; n < 1000; n++) {
      long key = stream.at(n);
      sum += Quantile.normal(Draw.openUnit(key)) + zipf.pick(key) + beta.at(key);
      sum += Quantile.exponential(Draw.openUnit(key), 2);
    }

    assertThat(sum).isEqualTo(99855.39581058495);
  }

  @Test
  void stratifiedNumbersFillEveryInterval() {
    Stratified strata = Stratified.of(1000, stream.at(1));
    boolean[] filled = new boolean[1000];
    for (int member = 0; member < 1000; member++) {
      double u = strata.at(member, stream.at(member, 1));
      assertThat(u).isGreaterThan(0).isLessThan(1);
      filled[(int) (u * 1000)] = true;
    }

    assertThat(filled).doesNotContain(false);
  }

  @Test
  void parametersThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> Quantile.normal(0)).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> Quantile.exponential(1, 1)).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> Quantile.geometric(0.5, 0)).hasMessageContaining("success");
    assertThatThrownBy(() -> new Zipf(0, 1)).hasMessageContaining("ranks");
    assertThatThrownBy(() -> new Zipf(5, 0)).hasMessageContaining("exponent");
    assertThatThrownBy(() -> new Beta(0, 1)).hasMessageContaining("alpha");
  }

  /** Kolmogorov and Smirnov's test; 1.95 over the root of the count is exceeded once in 1000. */
  private static void follows(
      IntToDoubleFunction value, DoubleUnaryOperator distribution, double upTo) {
    int cells = 1000;
    long[] counts = new long[cells + 1];
    for (int n = 0; n < DRAWS; n++) {
      counts[(int) Math.min(cells, value.applyAsDouble(n) / upTo * cells)]++;
    }
    long below = 0;
    double worst = 0;
    for (int cell = 0; cell < cells; cell++) {
      below += counts[cell];
      double expected = distribution.applyAsDouble((cell + 1) * upTo / cells);
      worst = Math.max(worst, Math.abs((double) below / DRAWS - expected));
    }

    assertThat(worst).isLessThan(1.95 / Math.sqrt(DRAWS));
  }
}
