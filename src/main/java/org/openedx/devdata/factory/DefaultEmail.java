package org.openedx.devdata.factory;

import java.util.regex.Pattern;
import org.openedx.devdata.random.Hex;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.Collation;

/** E-mail addresses of accounts that have none of their own. Stateless. */
public final class DefaultEmail {

  private static final String DOMAIN = "@example.com";

  /** Pattern of the part before the @ by Django's rules, without quotes. */
  private static final String ATOM = "[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+";

  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final RandomStream HASHES = RandomStream.of(0).derive("default e-mail");

  private DefaultEmail() {}

  /**
   * {@code username@example.com}; of a name that cannot stand in an address, its letters and
   * digits, and a number so that no two names have the same.
   */
  public static String of(String username) {
    return (LOCAL.matcher(username).matches() ? username : made(username)) + DOMAIN;
  }

  private static String made(String username) {
    String slug = Slug.of(username);
    String number = Hex.id(HASHES.at(Collation.fold(username)), 8);
    return (slug.isEmpty() ? "user" : slug) + "-" + number;
  }
}
