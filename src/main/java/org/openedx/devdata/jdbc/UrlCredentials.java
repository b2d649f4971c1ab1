package org.openedx.devdata.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JDBC URL taken apart into the address and the credentials that people put into it, as {@code
 * //user:password@host} or {@code ?user=…&password=…}.
 *
 * @param url the address, without credentials
 * @param user the user, if it names one
 * @param password the password, if it holds one; never printed
 */
public record UrlCredentials(String url, Optional<String> user, Optional<String> password) {

  /** Takes a URL apart; one of another form is left as it is. */
  public static UrlCredentials of(String url) {
    int start = url.indexOf("//") + 2;
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    Optional<String> user = Optional.empty();
    Optional<String> password = Optional.empty();
    int at = start < 2 ? -1 : address.lastIndexOf('@');
    if (at >= start) {
      String[] parts = address.substring(start, at).split(":", 2);
      user = Optional.of(decoded(parts[0]));
      password = parts.length > 1 ? Optional.of(decoded(parts[1])) : password;
      address = address.substring(0, start) + address.substring(at + 1);
    }
    List<String> options = new ArrayList<>();
    for (String option : query < 0 ? new String[0] : url.substring(query + 1).split("&")) {
      if (option.startsWith("user=")) {
        user = Optional.of(decoded(option.substring("user=".length())));
      } else if (option.startsWith("password=")) {
        password = Optional.of(decoded(option.substring("password=".length())));
      } else if (!option.isEmpty()) {
        options.add(option);
      }
    }
    String rest = options.isEmpty() ? "" : "?" + String.join("&", options);
    return new UrlCredentials(address + rest, user, password);
  }

  private static String decoded(String text) {
    try {
      // In a URL, unlike in a form, a plus sign is one.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // A per cent sign that stands for itself.
    }
  }

  @Override
  public String toString() {
    return MySqlUrl.masked(url);
  }
}
