package org.openedx.devdata.service.content.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layouts that have something.
 *
 * @param from the first of them
 * @param until the last of them
 */
record Span(Layout from, Layout until) {

  static final Span ALL = new Span(Layout.L1, Layout.CURRENT);

  private static final Pattern SINCE = Pattern.compile(" since (\\w+)");
  private static final Pattern UNTIL = Pattern.compile(" until (\\w+)");

  boolean includes(Layout layout) {
    return layout.compareTo(from) >= 0 && layout.compareTo(until) <= 0;
  }

  /** Reads {@code since LAYOUT} and {@code until LAYOUT} from a description's text. */
  static Span in(String text) {
    return new Span(
        layout(SINCE.matcher(text), Layout.L1), layout(UNTIL.matcher(text), Layout.CURRENT));
  }

  /** The text without what {@link #in} reads. */
  static String without(String text) {
    return UNTIL.matcher(SINCE.matcher(text).replaceAll("")).replaceAll("");
  }

  private static Layout layout(Matcher matcher, Layout otherwise) {
    return matcher.find() ? Layout.valueOf(matcher.group(1)) : otherwise;
  }
}
