package org.openedx.devdata.random;

/**
 * The beta distribution, for shares and abilities between 0 and 1. Drawn as a ratio of two gamma
 * variates (Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", 2000).
 * Immutable.
 *
 * @param alpha weight towards 1, at least 0.05
 * @param beta weight towards 0, at least 0.05
 */
public record Beta(double alpha, double beta) {

  private static final double MINIMUM = 0.05;

  public Beta {
    if (!(alpha >= MINIMUM) || !(beta >= MINIMUM) || Double.isInfinite(alpha + beta)) {
      throw new IllegalArgumentException(
          "alpha and beta must be at least " + MINIMUM + ", not " + alpha + " and " + beta);
    }
  }

  /**
   * By its mean and concentration.
   *
   * @param mean between 0 and 1
   * @param concentration {@code alpha + beta}; the larger, the closer values lie to the mean
   */
  public static Beta around(double mean, double concentration) {
    return new Beta(mean * concentration, (1 - mean) * concentration);
  }

  /** A value, from the key of an item; takes as many draws of the key as it needs. */
  public double at(long key) {
    double first = gamma(alpha, Draw.of(key, 0));
    double second = gamma(beta, Draw.of(key, 1));
    return first / (first + second);
  }

  private static double gamma(double shape, long key) {
    if (shape < 1) {
      double u = Draw.openUnit(Draw.of(key, -2));
      return gamma(shape + 1, key) * StrictMath.pow(u, 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    for (int draw = 0; ; draw += 2) {
      double x = Quantile.normal(Draw.openUnit(Draw.of(key, draw)));
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        double u = Draw.openUnit(Draw.of(key, draw + 1));
        if (StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }
}
