package org.openedx.devdata.random;

/**
 * Inverse distribution functions: from a number between 0 and 1 (neither included) to a value. One
 * draw gives one value, so that they go with {@link Stratified} sampling too. {@link StrictMath}
 * keeps the last bit the same on every machine. Stateless.
 */
// The digits are those of the paper.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class Quantile {

  // Coefficients of algorithm AS 241 (Wichura, "The Percentage Points of the Normal Distribution",
  // Applied Statistics 37, 1988), accurate to about 1 part in 10^16. Highest power first.
  private static final double[] CENTRE_TOP = {
    2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
    4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
    1.3314166789178437745e+2, 3.3871328727963666080e+0
  };
  private static final double[] CENTRE_BOTTOM = {
    5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
    2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
    4.2313330701600911252e+1, 1.0
  };
  private static final double[] SHOULDER_TOP = {
    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
    1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
    4.63033784615654529590e+0, 1.42343711074968357734e+0
  };
  private static final double[] SHOULDER_BOTTOM = {
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
    2.05319162663775882187e+0, 1.0
  };
  private static final double[] TAIL_TOP = {
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
    5.46378491116411436990e+0, 6.65790464350110377720e+0
  };
  private static final double[] TAIL_BOTTOM = {
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
    7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
    5.99832206555887937690e-1, 1.0
  };

  private Quantile() {}

  /** Normal with mean 0 and standard deviation 1. */
  public static double normal(double u) {
    checkOpen(u);
    double centred = u - 0.5;
    if (Math.abs(centred) <= 0.425) {
      double r = 0.180625 - centred * centred;
      return centred * polynomial(CENTRE_TOP, r) / polynomial(CENTRE_BOTTOM, r);
    }
    double r = StrictMath.sqrt(-StrictMath.log(centred < 0 ? u : 1 - u));
    double value =
        r <= 5
            ? polynomial(SHOULDER_TOP, r - 1.6) / polynomial(SHOULDER_BOTTOM, r - 1.6)
            : polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
    return centred < 0 ? -value : value;
  }

  /** Normal with a mean and a standard deviation. */
  public static double normal(double u, double mean, double deviation) {
    return mean + deviation * normal(u);
  }

  /** Log-normal, by its median and the standard deviation of its natural logarithm. */
  public static double logNormal(double u, double median, double deviation) {
    return median * StrictMath.exp(deviation * normal(u));
  }

  /** Exponential, by its mean. */
  public static double exponential(double u, double mean) {
    checkOpen(u);
    return -mean * StrictMath.log1p(-u);
  }

  /** Failures before the first success, by the probability of a success, above 0 and at most 1. */
  public static long geometric(double u, double success) {
    checkOpen(u);
    if (!(success > 0 && success <= 1)) {
      throw new IllegalArgumentException("success must be above 0 and at most 1, not " + success);
    }
    return success == 1 ? 0 : (long) (StrictMath.log1p(-u) / StrictMath.log1p(-success));
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }

  private static void checkOpen(double u) {
    if (!(u > 0 && u < 1)) {
      throw new IllegalArgumentException("u must be between 0 and 1, not " + u);
    }
  }
}
