package org.openedx.devdata.net;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * The reason why an encrypted connection did not come about, in words and with a way out: whichever
 * client has met it, the JDK's classes are behind it. Stateless.
 */
public final class TlsRefusal {

  private static final String TRUST =
      "; import its certificate authority into a trust store and name that by DEVDATA_OPTS="
          + "-Djavax.net.ssl.trustStore=FILE";

  private static final Pattern OTHER_HOST =
      Pattern.compile(
          "(?i)no subject alternative|no name matching|does(n't| not) match|identity verification");

  private static final Pattern NO_TLS =
      Pattern.compile(
          "(?i)not an SSL/TLS record|unrecognized SSL message|plaintext connection|end of file");

  private TlsRefusal() {}

  /** The reason, when TLS is at fault. */
  public static Optional<String> of(Throwable failure) {
    SSLException handshake = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return Optional.of("its TLS certificate has expired: " + cause.getMessage());
      }
      if (cause instanceof CertificateNotYetValidException) {
        return Optional.of("its TLS certificate is not valid yet: " + cause.getMessage());
      }
      if (cause instanceof CertPathValidatorException || isPath(cause)) {
        return Optional.of(
            "its TLS certificate is of an authority that this machine does not trust" + TRUST);
      }
      if (cause.getMessage() != null && OTHER_HOST.matcher(cause.getMessage()).find()) {
        return Optional.of(
            "its TLS certificate is of another host: %s; use the name that the certificate has"
                .formatted(firstLine(cause.getMessage())));
      }
      if (cause instanceof SSLException ssl) {
        handshake = ssl;
      }
    }
    return Optional.ofNullable(handshake).map(TlsRefusal::handshake);
  }

  /** The class that builds paths of certificates has an exception that is no public one. */
  private static boolean isPath(Throwable cause) {
    return cause.getMessage() != null
        && cause.getMessage().contains("unable to find valid certification path");
  }

  private static String handshake(SSLException failure) {
    String said = failure.getMessage() == null ? "no reason given" : failure.getMessage();
    return NO_TLS.matcher(said).find()
        ? "it does not speak TLS at this port; check the port, or leave TLS out"
        : "TLS failed: " + firstLine(said);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip().replaceAll("\\.$", "");
  }
}
