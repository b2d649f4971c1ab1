package org.openedx.devdata.embedded.clickhouse.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.openedx.devdata.embedded.SecretFile;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

/**
 * The one account of an embedded engine: a user name and a password that is kept in a file for the
 * owner only. Without one every user of the machine could read the data by the loopback address.
 *
 * @param password never printed
 */
public record EngineLogin(String password) {

  /** As on a server. */
  public static final String USER = "default";

  /** ClickHouse's code for "authentication failed". */
  private static final int REFUSED = 516;

  /** Reads the password, and makes one first when there is none. */
  public static EngineLogin of(Path file) throws IOException {
    if (!Files.exists(file)) {
      SecretFile.create(file);
    }
    return new EngineLogin(Files.readString(file, StandardCharsets.UTF_8).strip());
  }

  /**
   * Lets a request pass that carries user and password in any of the ways that a server knows.
   *
   * @param parameters of the request's address
   * @throws ChdbException code 516 for any other
   */
  void check(HttpExchange exchange, Map<String, String> parameters) {
    Headers headers = exchange.getRequestHeaders();
    String authorization = headers.getFirst("Authorization");
    String user = headers.getFirst("X-ClickHouse-User");
    String given = headers.getFirst("X-ClickHouse-Key");
    if (user == null && given == null && isBasic(authorization)) {
      String[] pair = basic(authorization).split(":", 2);
      user = pair[0];
      given = pair.length < 2 ? "" : pair[1];
    } else if (user == null && given == null) {
      user = parameters.get("user");
      given = parameters.get("password");
    }
    String name = user == null ? USER : user;
    if (!(name.equals(USER) && isPassword(given == null ? "" : given))) {
      throw new ChdbException(
          REFUSED,
          ("%s: Authentication failed: password is incorrect, or there is no user with such name."
                  + " The user of the embedded ClickHouse is %s, its password is in the file"
                  + " 'password' of the engine's folder. (AUTHENTICATION_FAILED)")
              .formatted(name, USER));
    }
  }

  private boolean isPassword(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isBasic(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
  }

  private static String basic(String authorization) {
    try {
      byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
      return new String(pair, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return USER;
  }
}
