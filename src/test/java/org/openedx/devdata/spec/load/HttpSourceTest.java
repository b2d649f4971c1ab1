package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

class HttpSourceTest {

  private static final String SPEC = "users:\n- username: anna\n";

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    base =
        "http://"
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort();
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(String path, int status, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          answer(exchange, status, body);
        });
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream output = exchange.getResponseBody()) {
      output.write(bytes);
    }
  }

  private LoadedSpecs load(String address, Duration patience) {
    YamlLimits limits = new YamlLimits(10_000, 10_000, 100, 1000);
    return new SpecLoader(
            SampleServices.all(),
            SampleServices.names(),
            SampleServices.keys(),
            new YamlReader(limits, name -> null),
            new SpecSources(InputStream.nullInputStream(), patience),
            SpecCheck.NONE)
        .load(LoadRequest.of(address));
  }

  private LoadedSpecs load(String address) {
    return load(address, Duration.ofSeconds(20));
  }

  @Test
  void pathsOfATopLevelSpecOnAServerAreAddressesOnIt() {
    serve("/a/top.yaml", 200, "text/plain", "- {ida: lms, path: specs/a file.yaml}\n");
    serve("/a/specs/", 200, "application/yaml", SPEC);
    LoadedSpecs specs = load(base + "/a/top.yaml?token=hush");
    assertThat(specs.entries().get(0).spec().file()).isEqualTo(base + "/a/specs/a%20file.yaml");
    assertThat(specs.entries().get(0).position()).hasToString(base + "/a/top.yaml:1:3");
  }

  @Test
  void redirectsAreFollowed() {
    server.createContext(
        "/old.yaml",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/top.yaml");
          answer(exchange, 302, "");
        });
    serve("/top.yaml", 200, "text/plain", "- {ida: lms, path: lms.yaml}\n");
    serve("/lms.yaml", 200, "text/plain", SPEC);
    assertThat(load(base + "/old.yaml").entries()).hasSize(1);
  }

  @Test
  void statusIsNamed() {
    serve("/top.yaml", 404, "text/plain", "no");
    assertThatThrownBy(() -> load(base + "/top.yaml"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "%1$s/top.yaml: %1$s/top.yaml answers with status 404; check the address", base);
  }

  @Test
  void webPagesAreNoSpecs() {
    serve("/top.yaml", 200, "text/html; charset=utf-8", "<html></html>");
    assertThatThrownBy(() -> load(base + "/top.yaml")).hasMessageContaining("is a web page");
  }

  @Test
  void filesBeyondTheLimitAreCutOff() {
    server.createContext(
        "/top.yaml",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[65536];
          try (OutputStream output = exchange.getResponseBody()) {
            while (true) {
              output.write(block); // ends when the client hangs up
            }
          }
        });
    assertThatThrownBy(() -> load(base + "/top.yaml"))
        .hasMessageContaining("the file is larger than 10000 bytes");
  }

  @Test
  void silentServersAreGivenUp() {
    server.createContext("/top.yaml", exchange -> awaitEnd());
    assertThatThrownBy(() -> load(base + "/top.yaml", Duration.ofMillis(300)))
        .hasMessageContaining("did not answer in full within 300 ms");
  }

  @Test
  void serversThatStopInTheMiddleAreGivenUp() {
    server.createContext(
        "/top.yaml",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('-');
          exchange.getResponseBody().flush();
          awaitEnd();
        });
    assertThatThrownBy(() -> load(base + "/top.yaml", Duration.ofMillis(500)))
        .hasMessageContaining("did not answer in full within 500 ms");
  }

  @Test
  void serversThatAreNotThereAreNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> load("http://127.0.0.1:" + port + "/top.yaml"))
        .hasMessageContaining("cannot be read: the server cannot be reached");
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
