package org.openedx.devdata.jdbc.clickhouse;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.ThisMachine;

/**
 * The address of a ClickHouse server as people write it: {@code http://HOST:PORT?name=value&...}.
 *
 * @param server scheme, host and port
 * @param options what stands behind the question mark, in its order
 */
public record ClickHouseUrl(URI server, Map<String, String> options) {

  private static final int DEFAULT_PORT = 8123;
  private static final int DEFAULT_TLS_PORT = 8443;

  /** Reads an address; nothing when it is none. */
  public static Optional<ClickHouseUrl> parse(String url) {
    int query = url.indexOf('?');
    try {
      URI uri = new URI(query < 0 ? url : url.substring(0, query));
      boolean http = "http".equals(uri.getScheme());
      boolean path = !(uri.getRawPath() == null || uri.getRawPath().matches("/?"));
      if (uri.getHost() == null || path || !(http || "https".equals(uri.getScheme()))) {
        return Optional.empty();
      }
      int standard = http ? DEFAULT_PORT : DEFAULT_TLS_PORT;
      int port = uri.getPort() < 0 ? standard : uri.getPort();
      URI server = URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port);
      return Optional.of(
          new ClickHouseUrl(server, options(query < 0 ? "" : url.substring(query + 1))));
    } catch (URISyntaxException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** Returns whether a URL is of a web server, and so ClickHouse's rather than MySQL's. */
  public static boolean isHttp(String url) {
    return url.startsWith("http://") || url.startsWith("https://");
  }

  /** Message for a URL that cannot be parsed. */
  public static String expected(String url) {
    return "'%s' is not the address of a ClickHouse server; expected http://HOST:PORT or https://HOST:PORT"
        .formatted(MySqlUrl.masked(url));
  }

  /** Returns whether the host is this machine. */
  public boolean isLocal() {
    return ThisMachine.is(server.getHost());
  }

  /** Host and port. */
  public InetSocketAddress address() {
    return new InetSocketAddress(server.getHost(), server.getPort());
  }

  private static Map<String, String> options(String query) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = option.split("=", 2);
      options.put(
          parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return options;
  }
}
