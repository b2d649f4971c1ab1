package org.openedx.devdata.embedded.clickhouse.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Takes parameters and body out of an HTTP request. One for each request. */
final class RequestReader {

  private final HttpExchange exchange;
  private final Map<String, String> parameters;
  private final boolean form;

  RequestReader(HttpExchange exchange) throws IOException {
    this.exchange = exchange;
    this.parameters = ofAddress(exchange);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    this.form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    if (form) {
      parameters.putAll(MultipartForm.read(type, exchange.getRequestBody()));
    }
  }

  /** The parameters that the address carries. */
  static Map<String, String> ofAddress(HttpExchange exchange) {
    return parse(exchange.getRequestURI().getRawQuery());
  }

  QueryRequest request() {
    Map<String, String> headers = new LinkedHashMap<>();
    Headers sent = exchange.getRequestHeaders();
    sent.forEach(
        (name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), values.get(values.size() - 1)));
    return QueryRequest.of(parameters, headers);
  }

  /** The body as the engine shall see it: coding and framing undone. A form's body is used up. */
  InputStream body(QueryRequest request) throws IOException {
    if (form || exchange.getRequestMethod().equals("GET")) {
      return InputStream.nullInputStream();
    }
    Headers headers = exchange.getRequestHeaders();
    String length = headers.getFirst("Content-Length");
    long promised = length == null ? RequestBody.UNKNOWN : Long.parseLong(length.strip());
    InputStream raw = new RequestBody(exchange.getRequestBody(), promised);
    if (length != null && promised == 0) {
      return raw;
    }
    InputStream body = HttpCoding.ofRequest(headers.getFirst("Content-Encoding")).decode(raw);
    return request.packedBody() ? new BlockInputStream(body) : body;
  }

  private static Map<String, String> parse(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        parameters.put(decode(name), decode(value));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
