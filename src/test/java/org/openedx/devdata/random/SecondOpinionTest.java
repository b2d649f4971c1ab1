package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ZipfDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our distributions beside those of Apache Commons Statistics. */
class SecondOpinionTest {

  private static final int DRAWS = 100_000;

  private final RandomStream stream = RandomStream.of(23).derive("second opinion");

  @Test
  void quantilesAgree() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    ExponentialDistribution exponential = ExponentialDistribution.of(3);
    LogNormalDistribution logNormal = LogNormalDistribution.of(Math.log(20), 1.5);
    for (int n = 0; n < 10_000; n++) {
      double u = Draw.openUnit(stream.at(n));
      near(Quantile.normal(u), normal.inverseCumulativeProbability(u));
      near(Quantile.exponential(u, 3), exponential.inverseCumulativeProbability(u));
      near(Quantile.logNormal(u, 20, 1.5), logNormal.inverseCumulativeProbability(u));
    }
  }

  private static void near(double ours, double theirs) {
    assertThat(ours).isCloseTo(theirs, within(1e-11 * Math.max(1e-3, Math.abs(theirs))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.25, 0.9})
  void geometricCountsAgree(double success) {
    GeometricDistribution theirs = GeometricDistribution.of(success);
    int cells = 60;
    long[] counts = new long[cells + 1];
    double[] expected = new double[cells + 1];
    for (int n = 0; n < DRAWS; n++) {
      counts[(int) Math.min(cells, Quantile.geometric(Draw.openUnit(stream.at(n)), success))]++;
    }
    for (int k = 0; k < cells; k++) {
      expected[k] = DRAWS * theirs.probability(k);
    }
    expected[cells] = DRAWS * theirs.survivalProbability(cells - 1);
    mergeRareCells(counts, expected);
    assertThat(ChiSquare.deviations(counts, expected)).isBetween(-4.0, 4.0);
  }

  /** Cells with fewer than five expected counts go to their left neighbour: the test needs that. */
  private static void mergeRareCells(long[] counts, double[] expected) {
    for (int cell = counts.length - 1; cell > 0; cell--) {
      if (expected[cell] < 5) {
        expected[cell - 1] += expected[cell];
        counts[cell - 1] += counts[cell];
        expected[cell] = 0;
        counts[cell] = 0;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"30, 0.5", "30, 1.0", "200, 1.2"})
  void zipfRanksAgree(int ranks, double exponent) {
    ZipfDistribution theirs = ZipfDistribution.of(ranks, exponent);
    Zipf zipf = new Zipf(ranks, exponent);
    long[] counts = new long[ranks];
    double[] expected = new double[ranks];
    for (int n = 0; n < DRAWS; n++) {
      counts[(int) zipf.pick(stream.at(n))]++;
    }
    for (int rank = 0; rank < ranks; rank++) {
      expected[rank] = DRAWS * theirs.probability(rank + 1);
    }
    assertThat(ChiSquare.deviations(counts, expected)).isBetween(-4.0, 4.0);
  }

  @ParameterizedTest
  @CsvSource({"2, 5", "0.3, 0.7", "0.05, 3", "14, 6"})
  void betaDrawsFollowTheirDistribution(double alpha, double beta) {
    Beta ours = new Beta(alpha, beta);
    follows(n -> ours.at(stream.at(n)), BetaDistribution.of(alpha, beta));
  }

  /** Kolmogorov and Smirnov's test; 1.95 over the root of the count is exceeded once in 1000. */
  private static void follows(LongToDoubleFunction draw, ContinuousDistribution theirs) {
    double[] values = new double[DRAWS];
    for (int n = 0; n < DRAWS; n++) {
      values[n] = draw.applyAsDouble(n);
    }
    java.util.Arrays.sort(values);
    double worst = 0;
    for (int n = 0; n < DRAWS; n++) {
      double expected = theirs.cumulativeProbability(values[n]);
      worst = Math.max(worst, Math.abs(expected - (n + 0.5) / DRAWS));
    }
    assertThat(worst).isLessThan(1.95 / Math.sqrt(DRAWS));
  }
}
