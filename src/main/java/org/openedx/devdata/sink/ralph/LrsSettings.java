package org.openedx.devdata.sink.ralph;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Settings of the connection to a learning record store.
 *
 * @param url of its statements resource, such as {@code http://ralph:8100/xAPI/statements}
 * @param user for HTTP basic authentication
 * @param password of the user; never printed
 * @param timeout for one answer, to its last byte; zero stands for a day
 * @param statementsOfAPost at most so many statements in one request
 */
public record LrsSettings(
    URI url, String user, String password, Duration timeout, int statementsOfAPost) {

  /** An answer that has not come after a day will not come. */
  private static final Duration LONGEST = Duration.ofDays(1);

  Duration patience() {
    return timeout.isZero() ? LONGEST : timeout;
  }

  String authorization() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Address of the store, for messages: no password. */
  public String label() {
    return "LRS %s (user %s)".formatted(url, user);
  }

  @Override
  public String toString() {
    return label();
  }
}
