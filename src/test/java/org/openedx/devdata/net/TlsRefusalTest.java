package org.openedx.devdata.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.TlsFront;
import org.openedx.devdata.testing.lrs.LrsDouble;

/** Reasons of refused connections, from the JDK's own exceptions. */
class TlsRefusalTest {

  @TempDir private Path folder;

  private static void ask(URI url) throws Exception {
    WebClient.send(HttpRequest.newBuilder(url).GET().build(), Duration.ofSeconds(20)).close();
  }

  @Test
  void authorityThatIsNotTrusted() throws Exception {
    try (LrsDouble lrs = new LrsDouble();
        TlsFront front = new TlsFront(lrs.url(), folder)) {
      assertThatThrownBy(() -> ask(URI.create("https://127.0.0.1:" + front.port() + "/")))
          .hasMessageContaining("of an authority that this machine does not trust")
          .hasMessageContaining("DEVDATA_OPTS=-Djavax.net.ssl.trustStore=FILE");
    }
  }

  @Test
  void certificateOfAnotherHost() throws Exception {
    try (LrsDouble lrs = new LrsDouble();
        TlsFront front = new TlsFront(lrs.url(), folder);
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), front.port());
        SSLSocket socket =
            (SSLSocket)
                trusting(front)
                    .getSocketFactory()
                    .createSocket(plain, "lrs.example", front.port(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);

      SSLException refused =
          org.junit.jupiter.api.Assertions.assertThrows(SSLException.class, socket::startHandshake);

      assertThat(TlsRefusal.of(refused).orElseThrow())
          .startsWith("its TLS certificate is of another host: ")
          .contains("lrs.example")
          .endsWith("; use the name that the certificate has");
    }
  }

  @Test
  void serverThatDoesNotSpeakTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerInPlainWords(plain));
      server.setDaemon(true);
      server.start();
      assertThatThrownBy(() -> ask(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/")))
          .hasMessageContaining("it does not speak TLS at this port");
    }
  }

  private static void answerInPlainWords(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      socket.getInputStream().read(new byte[4096]);
    } catch (IOException over) {
      return; // The client has gone.
    }
  }

  @Test
  void otherFailuresAreNone() {
    assertThat(TlsRefusal.of(new java.net.ConnectException("Connection refused"))).isEmpty();
  }

  private static SSLContext trusting(TlsFront front) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(front.trustStore())) {
      store.load(in, TlsFront.PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("front", store.getCertificate("front"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
