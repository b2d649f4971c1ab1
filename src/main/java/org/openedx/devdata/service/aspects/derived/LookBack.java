package org.openedx.devdata.service.aspects.derived;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries that select by the clock, such as {@code WHERE t > now() - INTERVAL 1 DAY}: what they
 * would be without that limit. Reads the text as ClickHouse writes it. Stateless.
 */
final class LookBack {

  private static final String CLOCK =
      "\\b(now64\\([^()]*\\)|now(?:InBlock(?:64)?)?\\([^()]*\\)|today\\(\\)|yesterday\\(\\)"
          + "|current_timestamp(?:\\(\\))?|current_date(?:\\(\\))?|curdate\\(\\)"
          + "|UTCTimestamp\\(\\)|UTC_timestamp\\(\\)|localtime(?:stamp)?\\(\\))";
  private static final String INTERVAL = "(?:toInterval\\w+\\([^()]*\\)|\\d+)";

  /** A moment before now: {@code now() - toIntervalDay(1)}, {@code subtractDays(now(), 1)}. */
  private static final Pattern BEFORE_NOW =
      Pattern.compile(
          "(?i)(?:%1$s\\s*-\\s*%2$s|\\bsubtract\\w+\\(%1$s,\\s*[^()]*(?:\\([^()]*\\))?\\))"
              .formatted(CLOCK, INTERVAL));

  private static final Pattern NOW = Pattern.compile("(?i)" + CLOCK);
  private static final Pattern WRAPPER = Pattern.compile("\\b\\w+\\($");
  private static final Pattern END_OF_WRAPPER = Pattern.compile("^(?:,\\s*(?:'~*'|\\d+))*\\)");
  private static final Pattern BEGIN_OF_ITEM =
      Pattern.compile("(?i)(?:\\bSELECT|\\bDISTINCT|,)\\s*$");
  private static final Pattern NAMED = Pattern.compile("(?i)^\\s*AS (`[^`]+`|\\w+)");

  private LookBack() {}

  /**
   * A query without its limits by the clock.
   *
   * @return the query with the beginning of time in place of each moment before now that its rows
   *     must not precede; nothing when it depends on the clock in another way
   */
  static Optional<String> removed(String query) {
    String text = masked(query);
    StringBuilder widened = new StringBuilder();
    Matcher matcher = BEFORE_NOW.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (!LowerBound.is(text, matcher.start(), matcher.end())) {
        return Optional.empty();
      }
      String clock = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      widened.append(query, from, matcher.start()).append(beginning(clock));
      from = matcher.end();
    }
    widened.append(query.substring(from));
    return clockCounts(widened.toString()) ? Optional.empty() : Optional.of(widened.toString());
  }

  /** Returns whether a query selects by the clock at all. */
  static boolean in(String query) {
    return BEFORE_NOW.matcher(masked(query)).find() || clockCounts(query);
  }

  private static String beginning(String clock) {
    String name = clock.toLowerCase(Locale.ROOT);
    if (name.startsWith("now64")) {
      return "toDateTime64(0, 6)";
    }
    return name.matches("(today|yesterday|current_date|curdate).*") ? "toDate(0)" : "toDateTime(0)";
  }

  /** Returns whether a clock is more than a column that says when a row was computed. */
  private static boolean clockCounts(String query) {
    String text = masked(query);
    for (Matcher now = NOW.matcher(text); now.find(); ) {
      if (!isColumn(text, now.start(), now.end())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isColumn(String text, int start, int end) {
    int from = start;
    int to = end;
    Matcher wrapper = WRAPPER.matcher(text.substring(0, from));
    while (wrapper.find()) {
      Matcher closing = END_OF_WRAPPER.matcher(text.substring(to));
      if (!closing.find()) {
        return false;
      }
      from = wrapper.start();
      to += closing.end();
      wrapper = WRAPPER.matcher(text.substring(0, from));
    }
    Matcher name = NAMED.matcher(text.substring(to));
    return BEGIN_OF_ITEM.matcher(text.substring(0, from)).find()
        && name.find()
        && onlyPassedOn(text, name.group(1));
  }

  /** Returns whether a column's name stands nowhere but in lists of columns. */
  private static boolean onlyPassedOn(String text, String name) {
    String word = Pattern.quote(name.replace("`", ""));
    return !Pattern.compile(
            "(?i)(?:[-+<>=]\\s*`?%1$s\\b|\\b%1$s\\b`?\\s*[-+<>=]|\\b%1$s\\b`?\\s+(?:NOT\\s+)?(?:BETWEEN|IN)\\b|\\w\\([^()]*\\b%1$s\\b)"
                .formatted(word))
        .matcher(text)
        .find();
  }

  /** The text with the contents of its literals blotted out; every place stays where it is. */
  private static String masked(String query) {
    StringBuilder masked = new StringBuilder(query);
    boolean inside = false;
    for (int i = 0; i < masked.length(); i++) {
      char c = masked.charAt(i);
      if (inside && c == '\\') {
        masked.setCharAt(i, '~');
        if (++i < masked.length()) {
          masked.setCharAt(i, '~');
        }
      } else if (c == '\'') {
        inside = !inside;
      } else if (inside) {
        masked.setCharAt(i, '~');
      }
    }
    return masked.toString();
  }
}
