package org.openedx.devdata.generate.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of a run.
 *
 * @param part which one, from 1
 * @param parts how many there are
 */
public record Slice(int part, int parts) {

  /** The whole. */
  public static final Slice WHOLE = new Slice(1, 1);

  /** As they follow one another. */
  public static final Comparator<Slice> ORDER =
      Comparator.comparingInt(Slice::parts).thenComparingInt(Slice::part);

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");

  public Slice {
    if (part < 1 || part > parts) {
      throw new IllegalArgumentException("slice " + part + " of " + parts + " does not exist");
    }
  }

  /** Reads {@code 3/8}; nothing when the text is no slice. */
  public static Optional<Slice> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int part = Integer.parseInt(matcher.group(1));
    int parts = Integer.parseInt(matcher.group(2));
    return part > parts ? Optional.empty() : Optional.of(new Slice(part, parts));
  }

  /** The first of so many blocks that belongs to this slice. */
  public int from(int blocks) {
    return (int) ((long) blocks * (part - 1) / parts);
  }

  /** After the last of so many blocks that belongs to this slice. */
  public int to(int blocks) {
    return (int) ((long) blocks * part / parts);
  }

  /** Its part of a file name: {@code -3of8}, or nothing for the whole. */
  public String mark() {
    return parts == 1 ? "" : "-" + part + "of" + parts;
  }

  /** The slice whose {@link #mark()} a file name has; nothing when there is no such slice. */
  public static Optional<Slice> marked(String mark) {
    return mark.isEmpty() ? Optional.of(WHOLE) : parse(mark.substring(1).replace("of", "/"));
  }

  /** True when another one is meant, too, where this one is. */
  public boolean includes(Slice other) {
    return equals(WHOLE) || equals(other);
  }

  @Override
  public String toString() {
    return part + "/" + parts;
  }
}
