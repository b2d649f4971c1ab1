package org.openedx.devdata.cli.report.text;

import java.util.Locale;

/** Amounts of data as people read them. Stateless. */
public final class Sizes {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

  private Sizes() {}

  /** {@code 512 B}, {@code 9.4 MB}, {@code 120 GB}: decimal units, two or three digits. */
  public static String of(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double amount = bytes / 1_000.0;
    int unit = 0;
    while (amount >= 999.5 && unit + 1 < UNITS.length) {
      amount /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, amount < 9.95 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
  }
}
