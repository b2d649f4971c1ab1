package org.openedx.devdata.net;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of an answer as messages show it: one line that is not long. Stateless. */
public final class ShownBody {

  private static final int MAX_LENGTH = 300;
  private static final Pattern PAGE = Pattern.compile("(?is)^\\s*<(!doctype|html|head|body).*");
  private static final Pattern TITLE = Pattern.compile("(?is)<(title|h1)[^>]*>\\s*(.*?)\\s*</\\1>");

  private ShownBody() {}

  /** The beginning of a text; of a web page, its title. */
  public static String of(String text) {
    if (isPage(text)) {
      Matcher title = TITLE.matcher(text);
      return title.find() ? "a web page, '%s'".formatted(line(title.group(2))) : "a web page";
    }
    String line = line(text);
    return line.isEmpty() ? "nothing" : line;
  }

  /** Returns whether a text is a web page: no server of ours answers with one, but proxies do. */
  public static boolean isPage(String text) {
    return PAGE.matcher(text).matches();
  }

  private static String line(String text) {
    String line =
        text.substring(0, Math.min(text.length(), 4 * MAX_LENGTH))
            .replaceAll("[\\s\\p{Cntrl}]+", " ")
            .strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
  }
}
