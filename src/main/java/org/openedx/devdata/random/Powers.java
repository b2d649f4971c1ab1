package org.openedx.devdata.random;

/**
 * Exponentials and normal numbers from tables: much quicker than {@link StrictMath}, and as it the
 * same on every Java, because they only add and multiply. Stateless.
 */
public final class Powers {

  private static final int NORMAL_BITS = 12;

  private static final int STEP_BITS = 10;
  private static final int STEPS = 1 << STEP_BITS;
  private static final double PER_STEP = STEPS / StrictMath.log(2);
  private static final double STEP = StrictMath.log(2) / STEPS;
  private static final double LARGEST = 1_000.0 * STEPS;

  /** Powers of two between 1 and 2. */
  private static final double[] BETWEEN = new double[STEPS];

  /** Quantiles of the normal distribution at even steps, from 0 to 1. */
  private static final double[] NORMAL = new double[(1 << NORMAL_BITS) + 1];

  static {
    for (int i = 0; i < NORMAL.length; i++) {
      // The outermost steps end in the middle of what lies beyond.
      double u = Math.max(0.25, Math.min(NORMAL.length - 1.25, i)) / (NORMAL.length - 1);
      NORMAL[i] = Quantile.normal(u);
    }
    for (int i = 0; i < STEPS; i++) {
      BETWEEN[i] = StrictMath.exp(i * STEP);
    }
  }

  private Powers() {}

  /** A number of the standard normal distribution, between -4 and 4. */
  public static double normal(long bits) {
    int step = (int) (bits >>> -NORMAL_BITS);
    double within = (bits << NORMAL_BITS >>> 11) * 0x1.0p-53;
    return NORMAL[step] + within * (NORMAL[step + 1] - NORMAL[step]);
  }

  /**
   * The exponential of a number, to ten digits; of one beyond what a double holds, that of the
   * nearest that it does.
   */
  public static double exp(double x) {
    double steps = x * PER_STEP;
    if (Math.abs(steps) > LARGEST) {
      steps = Math.copySign(LARGEST, steps);
    }
    long whole = (long) Math.floor(steps);
    double rest = (steps - whole) * STEP;
    double between = BETWEEN[(int) whole & STEPS - 1];
    double scale = Double.longBitsToDouble((whole >> STEP_BITS) + 1_023 << 52);
    return scale * between * (1 + rest * (1 + rest * (0.5 + rest / 6)));
  }

  /**
   * A number of a log-normal distribution.
   *
   * @param bits choose it
   * @param deviation of its logarithm
   */
  public static double logNormal(long bits, double median, double deviation) {
    return median * exp(deviation * normal(bits));
  }
}
