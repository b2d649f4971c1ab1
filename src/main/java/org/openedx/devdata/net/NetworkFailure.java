package org.openedx.devdata.net;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.Optional;

/** Failures of the network in words. Stateless. */
public final class NetworkFailure {

  private static final String CLOSED = "it closed the connection without an answer";
  private static final String OTHER = "what answers there does not speak HTTP";

  /** Beginnings of what the JDK says of answers that are none of HTTP. */
  private static final Map<String, String> WORDS =
      Map.of(
          "EOF reached while reading", CLOSED,
          "HTTP/1.1 header parser received no bytes", CLOSED,
          "connection closed", CLOSED,
          "Invalid status line", OTHER,
          "Invalid status code", OTHER,
          "Invalid header", OTHER,
          "Unexpected", OTHER,
          "protocol error", OTHER,
          "malformed", OTHER);

  private NetworkFailure() {}

  /** The reason of a failure: what the deepest cause that says something says. */
  public static String reason(Throwable failure) {
    Optional<String> tls = TlsRefusal.of(failure);
    if (tls.isPresent()) {
      return tls.get();
    }
    String said = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return "the host name is unknown";
      }
      if (cause instanceof HttpConnectTimeoutException) {
        return "nothing answers at this address, or not with TLS where https asks for it";
      }
      if (cause instanceof HttpTimeoutException) {
        return "it did not answer in time";
      }
      if (cause instanceof ConnectException && cause.getMessage() == null) {
        return "Connection refused";
      }
      String message = cause.getMessage();
      if (message != null && !message.isBlank()) {
        said = message.lines().findFirst().orElse(said).strip();
      }
    }
    return inWords(said);
  }

  private static String inWords(String said) {
    return WORDS.entrySet().stream()
        .filter(each -> said.regionMatches(true, 0, each.getKey(), 0, each.getKey().length()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(said);
  }
}
