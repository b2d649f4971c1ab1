package org.openedx.devdata.xapi.model.calendar;

/**
 * A monotone, piecewise linear function from [0, 1] to [0, 1] that passes through given points, and
 * its inverse. Immutable.
 */
final class Curve {

  private final double[] xs;
  private final double[] ys;

  /** Points with rising x and y, from (0, 0) to (1, 1). */
  Curve(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /** The share reached at x; 0 before 0 and 1 after 1. */
  double at(double x) {
    return between(x, xs, ys);
  }

  /** Returns the place at which a share is reached. */
  double inverse(double y) {
    return between(y, ys, xs);
  }

  private static double between(double from, double[] source, double[] target) {
    int last = source.length - 1;
    if (from <= source[0]) {
      return target[0];
    }
    if (from >= source[last]) {
      return target[last];
    }
    int right = 1;
    while (source[right] < from) {
      right++;
    }
    double part = (from - source[right - 1]) / (source[right] - source[right - 1]);
    return target[right - 1] + part * (target[right] - target[right - 1]);
  }
}
