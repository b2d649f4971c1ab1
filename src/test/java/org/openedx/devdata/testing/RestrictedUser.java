package org.openedx.devdata.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openedx.devdata.testing.DistortingProxy.Request;

/**
 * A door to ClickHouse by which one comes as a user of a profile: settings that statements do not
 * bring themselves are the profile's, and what it forbids is refused as a server does. Stands in
 * for users of a server, which the embedded engine does not have. Thread-safe.
 */
public final class RestrictedUser implements AutoCloseable {

  /** Parameters of an address that are no settings. */
  private static final Set<String> OWN =
      Set.of("query", "default_format", "database", "wait_end_of_query", "decompress", "compress");

  private static final Pattern READS =
      Pattern.compile("(?is)\\s*(SELECT|WITH|SHOW|DESC|DESCRIBE|EXISTS|EXPLAIN)\\b.*");

  private final DistortingProxy proxy;

  /**
   * @param settings of the profile; {@code readonly} among them is enforced here
   * @param denied statements for which the user lacks a right
   */
  public RestrictedUser(URI behind, Map<String, String> settings, Pattern denied)
      throws IOException {
    proxy = new DistortingProxy(behind);
    proxy.distort(
        (request, truth) -> {
          WireAnswer refusal = refusal(request, settings.getOrDefault("readonly", "0"), denied);
          return refusal == null ? truth.ask(with(request, settings)) : refusal;
        });
  }

  public URI url() {
    return proxy.url();
  }

  private static WireAnswer refusal(Request request, String readonly, Pattern denied) {
    Map<String, String> parameters = parameters(request);
    String statement = parameters.getOrDefault("query", request.text());
    if (denied.matcher(statement).find()) {
      return error(
          497,
          "Not enough privileges. To execute this query, it's necessary to have the grant X ON y.*. (ACCESS_DENIED)");
    }
    for (String name : parameters.keySet()) {
      if (readonly.equals("1") && !OWN.contains(name)) {
        return error(
            164, "Cannot modify '%s' setting in readonly mode. (READONLY)".formatted(name));
      }
    }
    return readonly.equals("0") || READS.matcher(statement).matches()
        ? null
        : error(164, "Cannot execute query in readonly mode. (READONLY)");
  }

  private static WireAnswer error(int code, String said) {
    String text =
        "Code: %d. DB::Exception: %s (version 25.8.3.66 (official build))\n".formatted(code, said);
    return WireAnswer.of(
        500,
        Map.of("X-ClickHouse-Exception-Code", Integer.toString(code)),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static Request with(Request request, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.remove("readonly");
    all.putAll(parameters(request));
    String query =
        all.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return new Request(request.method(), "/?" + query, request.headers(), request.body());
  }

  private static Map<String, String> parameters(Request request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String query = URI.create(request.target()).getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() throws IOException {
    proxy.close();
  }
}
