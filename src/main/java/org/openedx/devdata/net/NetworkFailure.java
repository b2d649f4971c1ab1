package org.openedx.devdata.net;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;

/** Failures of the network in words. Stateless. */
public final class NetworkFailure {

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
    return said;
  }
}
