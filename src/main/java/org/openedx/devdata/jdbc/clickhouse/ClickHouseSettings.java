package org.openedx.devdata.jdbc.clickhouse;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.openedx.devdata.jdbc.ThisMachine;

/**
 * Settings of the connection to a ClickHouse server.
 *
 * @param target name of the target it comes from, for messages
 * @param url of its HTTP interface: {@code http://host:8123} or {@code https://host:8443}
 * @param user database user
 * @param password its password; never printed
 * @param compression of what is sent
 * @param timeout for one statement or insert, from its start to its end
 * @param serverSettings ClickHouse settings of every statement
 */
public record ClickHouseSettings(
    String target,
    URI url,
    String user,
    String password,
    Compression compression,
    Duration timeout,
    Map<String, String> serverSettings) {

  /** Compression of the bodies of inserts. */
  public enum Compression {
    /** LZ4 over a network; nothing on this machine, where packing costs more than it saves. */
    AUTO,
    LZ4,
    NONE
  }

  /** As in the peer: 300 s without an answer is the end. */
  private static final Duration TIMEOUT = Duration.ofSeconds(300);

  public ClickHouseSettings {
    if (url.getHost() == null || !(isScheme(url, "http") || isScheme(url, "https"))) {
      throw new IllegalArgumentException(
          "'%s' is not the address of a ClickHouse server; expected http://HOST:PORT or https://HOST:PORT"
              .formatted(masked(url)));
    }
    serverSettings = Map.copyOf(serverSettings);
  }

  /** With the default compression and patience. */
  public static ClickHouseSettings of(String target, URI url, String user, String password) {
    return new ClickHouseSettings(target, url, user, password, Compression.AUTO, TIMEOUT, Map.of());
  }

  /**
   * The address of a host and port. As in the peer, ports that end in 443 or 440 mean TLS.
   *
   * @param tls what the configuration says of TLS, or null when it is silent
   */
  public static URI address(String host, int port, Boolean tls) {
    String digits = Integer.toString(port);
    boolean byPort = digits.endsWith("443") || digits.endsWith("440");
    boolean secure = tls == null ? byPort : tls;
    return URI.create((secure ? "https://" : "http://") + host + ":" + port);
  }

  public ClickHouseSettings withCompression(Compression other) {
    return new ClickHouseSettings(target, url, user, password, other, timeout, serverSettings);
  }

  public ClickHouseSettings withTimeout(Duration other) {
    return new ClickHouseSettings(target, url, user, password, compression, other, serverSettings);
  }

  /** Returns whether bodies are packed, after {@link Compression#AUTO} is decided. */
  boolean isPacked() {
    return switch (compression) {
      case LZ4 -> true;
      case NONE -> false;
      case AUTO -> !ThisMachine.is(url.getHost());
    };
  }

  /** Address of the server, for messages: no password. */
  public String label() {
    return "ClickHouse (target %s, %s, user %s)".formatted(target, masked(url), user);
  }

  @Override
  public String toString() {
    return label();
  }

  private static boolean isScheme(URI url, String scheme) {
    return url.getScheme() != null && url.getScheme().toLowerCase(Locale.ROOT).equals(scheme);
  }

  private static String masked(URI url) {
    return url.toString().replaceAll("//[^/@]*@", "//").replaceAll("\\?.*", "");
  }
}
