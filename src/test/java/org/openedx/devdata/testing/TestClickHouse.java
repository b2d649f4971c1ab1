package org.openedx.devdata.testing;

import com.clickhouse.client.api.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;
import org.openedx.devdata.embedded.clickhouse.library.ClickHouseUnavailableException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The ClickHouse that tests run against: the server named by {@code DEVDATA_TEST_CLICKHOUSE_URL}
 * ({@code http://user:password@host:8123}), else one in Docker, else the embedded one. One for the
 * whole run; tests tell themselves apart by database names.
 *
 * @param url of the HTTP interface
 * @param user to log in as
 * @param password of the user, may be empty
 * @param kind {@code server}, {@code docker} or {@code embedded}
 */
public record TestClickHouse(URI url, String user, String password, String kind) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String IMAGE = "clickhouse/clickhouse-server:25.8";

  /** The engine; skips the calling test, with the reason, when this machine has none. */
  public static TestClickHouse required() {
    Requirement.present(Holder.SHARED != null, () -> "no ClickHouse: " + Holder.REASON);
    return Holder.SHARED;
  }

  /** A client of this engine with its default settings. */
  public Client client(String database) {
    return new Client.Builder()
        .addEndpoint(url.toString())
        .setUsername(user)
        .setPassword(password)
        .setDefaultDatabase(database)
        .build();
  }

  /** For {@code java.sql.DriverManager}. */
  public String jdbcUrl(String database) {
    return "jdbc:clickhouse:%s/%s".formatted(url, database);
  }

  /** Sends a statement over plain HTTP and gives the answer's text; fails on an error. */
  public String run(String statement) {
    HttpResponse<String> answer = post(statement, Map.of());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(statement + ": " + answer.body());
    }
    return answer.body();
  }

  /** Sends a statement over plain HTTP with more parameters. */
  public HttpResponse<String> post(String statement, Map<String, String> parameters) {
    StringBuilder address = new StringBuilder(url + "/?");
    parameters.forEach(
        (name, value) ->
            address
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))
                .append('&'));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.toString()))
            .header("X-ClickHouse-User", user)
            .header("X-ClickHouse-Key", password)
            .timeout(Duration.ofMinutes(2))
            .POST(HttpRequest.BodyPublishers.ofString(statement))
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes an empty database of this name. */
  public void freshDatabase(String name) {
    run("DROP DATABASE IF EXISTS `" + name + "`");
    run("CREATE DATABASE `" + name + "`");
  }

  private static final class Holder {
    private static final TestClickHouse SHARED;
    private static final String REASON;

    static {
      TestClickHouse shared = null;
      String reason = "";
      try {
        shared = choose();
      } catch (ExceptionInInitializerError e) {
        if (!(e.getCause() instanceof ClickHouseUnavailableException unavailable)) {
          throw e;
        }
        reason = unavailable.getMessage();
      }
      SHARED = shared;
      REASON = reason;
    }

    private static TestClickHouse choose() {
      String given = System.getenv("DEVDATA_TEST_CLICKHOUSE_URL");
      if (given != null && !given.isEmpty()) {
        return ofUrl(URI.create(given));
      }
      if (DockerClientFactory.instance().isDockerAvailable()) {
        return inDocker();
      }
      EmbeddedClickHouse held = Lease.HELD;
      return new TestClickHouse(held.url(), held.user(), held.password(), "embedded");
    }

    private static TestClickHouse ofUrl(URI given) {
      String[] login =
          given.getUserInfo() == null
              ? new String[] {"default", ""}
              : (given.getUserInfo() + ":").split(":", 3);
      URI bare =
          URI.create("%s://%s:%d".formatted(given.getScheme(), given.getHost(), given.getPort()));
      return new TestClickHouse(bare, login[0], login[1], "server");
    }

    @SuppressWarnings("resource") // Testcontainers takes it down with the JVM.
    private static TestClickHouse inDocker() {
      GenericContainer<?> container =
          new GenericContainer<>(IMAGE)
              .withExposedPorts(8123)
              .withEnv("CLICKHOUSE_USER", "devdata")
              .withEnv("CLICKHOUSE_PASSWORD", "devdata")
              .withEnv("CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT", "1")
              .waitingFor(Wait.forHttp("/ping").forPort(8123));
      container.start();
      URI url =
          URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(8123)));
      return new TestClickHouse(url, "devdata", "devdata", "docker");
    }
  }

  /** Kept until this JVM ends, which the engine's process notices by itself. */
  private static final class Lease {
    private static final EmbeddedClickHouse HELD =
        EmbeddedClickHouse.lease(TestFolder.of("clickhouse"), message -> {});
  }
}
