package org.openedx.devdata.random;

/** Pearson's test of counts against expected counts. */
final class ChiSquare {

  private ChiSquare() {}

  /**
   * How many standard deviations the statistic lies above what chance gives (Wilson and Hilferty's
   * approximation). Seeds are fixed, so a test that passes once passes always; a generator that is
   * wrong gives tens or thousands.
   */
  static double deviations(long[] counts, double[] expected) {
    double statistic = 0;
    int cells = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (expected[cell] > 0) {
        double difference = counts[cell] - expected[cell];
        statistic += difference * difference / expected[cell];
        cells++;
      } else if (counts[cell] != 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double freedom = cells - 1.0;
    double spread = 2 / (9 * freedom);
    return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
  }

  static double deviationsFromUniform(long[] counts) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    double[] expected = new double[counts.length];
    java.util.Arrays.fill(expected, (double) total / counts.length);
    return deviations(counts, expected);
  }
}
