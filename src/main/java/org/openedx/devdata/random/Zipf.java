package org.openedx.devdata.random;

/**
 * Ranks by popularity: rank {@code k} (from 1) is picked in proportion to {@code 1 / k^exponent}.
 * Rejection-inversion (Hörmann and Derflinger, "Rejection-Inversion to Generate Variates from
 * Monotone Discrete Distributions", 1996): constant time and no table, whatever the number of
 * ranks. Immutable.
 */
public final class Zipf {

  private final long ranks;
  private final double exponent;
  private final double integralOfFirst;
  private final double integralOfAll;
  private final double squeeze;

  /**
   * @param ranks how many, at least 1
   * @param exponent above 0; about 1 for what people choose
   */
  public Zipf(long ranks, double exponent) {
    if (ranks < 1) {
      throw new IllegalArgumentException("ranks must be at least 1, not " + ranks);
    }
    if (!(exponent > 0) || Double.isInfinite(exponent)) {
      throw new IllegalArgumentException("exponent must be positive, not " + exponent);
    }
    this.ranks = ranks;
    this.exponent = exponent;
    this.integralOfFirst = integral(1.5) - 1;
    this.integralOfAll = integral(ranks + 0.5);
    this.squeeze = 2 - inverseIntegral(integral(2.5) - weight(2));
  }

  /** The index of a rank, from 0 for the most popular one. */
  public long pick(long bits) {
    long random = bits;
    while (true) {
      double u = integralOfAll + Draw.unit(random) * (integralOfFirst - integralOfAll);
      double x = inverseIntegral(u);
      long rank = Math.max(1, Math.min(ranks, Math.round(x)));
      if (rank - x <= squeeze || u >= integral(rank + 0.5) - weight((double) rank)) {
        return rank - 1;
      }
      random = Draw.again(random);
    }
  }

  private double weight(double x) {
    return StrictMath.exp(-exponent * StrictMath.log(x));
  }

  /** The integral of the weight from 1 to x, also where the exponent is near 1. */
  private double integral(double x) {
    double log = StrictMath.log(x);
    double t = (1 - exponent) * log;
    return (Math.abs(t) > 1e-8 ? StrictMath.expm1(t) / t : 1 + t / 2) * log;
  }

  private double inverseIntegral(double y) {
    double t = Math.max(-1, (1 - exponent) * y);
    return StrictMath.exp((Math.abs(t) > 1e-8 ? StrictMath.log1p(t) / t : 1 - t / 2) * y);
  }
}
