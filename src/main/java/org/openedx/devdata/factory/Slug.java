package org.openedx.devdata.factory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Slugs as Django's {@code slugify} makes them, which Oscar uses for products and offers. */
public final class Slug {

  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]+");
  // The four separators of ASCII count as blanks for Python, not for Java.
  private static final Pattern DROPPED = Pattern.compile("[^\\w\\s\\x1c-\\x1f-]");
  private static final Pattern DASHES = Pattern.compile("[-\\s\\x1c-\\x1f]+");
  private static final Pattern ENDS = Pattern.compile("^[-_]+|[-_]+$");

  private Slug() {}

  /**
   * Lower-case ASCII letters, digits, {@code _} and single dashes for blanks; accents go, letters
   * of other scripts go altogether, so that the slug may be empty.
   */
  public static String of(String text) {
    String ascii =
        NOT_ASCII.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String kept = DROPPED.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("");
    return ENDS.matcher(DASHES.matcher(kept).replaceAll("-")).replaceAll("");
  }
}
