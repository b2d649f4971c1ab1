package org.openedx.devdata.cli.report.text;

/**
 * Colours for terminals, or none.
 *
 * @param on whether to write escape sequences
 */
public record Paint(boolean on) {

  /** Leaves text as it is. */
  public static final Paint OFF = new Paint(false);

  public String bold(String text) {
    return wrap("1", text);
  }

  public String dim(String text) {
    return wrap("2", text);
  }

  public String red(String text) {
    return wrap("31", text);
  }

  public String green(String text) {
    return wrap("32", text);
  }

  public String yellow(String text) {
    return wrap("33", text);
  }

  private String wrap(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
