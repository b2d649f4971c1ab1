package org.openedx.devdata.testing.lrs;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * The learning record store that tests run against: the one named by {@code DEVDATA_TEST_RALPH_URL}
 * ({@code http://user:password@host:8100/xAPI/statements}), else a double.
 *
 * @param url of its statements
 * @param user to log in as
 * @param password of the user
 * @param fake the double, unless it is a real one
 */
public record TestLrs(URI url, String user, String password, Optional<LrsDouble> fake)
    implements AutoCloseable {

  public static TestLrs open() throws IOException {
    String given = System.getenv("DEVDATA_TEST_RALPH_URL");
    if (given == null || given.isEmpty()) {
      LrsDouble lrs = new LrsDouble();
      return new TestLrs(lrs.url(), LrsDouble.USER, LrsDouble.PASSWORD, Optional.of(lrs));
    }
    URI full = URI.create(given);
    String[] login = (full.getUserInfo() + ":").split(":", 3);
    return new TestLrs(
        URI.create(given.replace(full.getRawUserInfo() + "@", "")),
        login[0],
        login[1],
        Optional.empty());
  }

  @Override
  public void close() {
    fake.ifPresent(LrsDouble::close);
  }
}
