package org.openedx.devdata.spec;

import java.util.Locale;

/** Numbers of things as people read them. Stateless. */
public final class Amount {

  private Amount() {}

  /** {@code 1 row}, {@code 2,931 rows}. */
  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  /** {@code 1 batch}, {@code 3 batches}. */
  public static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
