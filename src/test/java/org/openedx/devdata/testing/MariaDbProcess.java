package org.openedx.devdata.testing;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Map;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.mariadb.EmbeddedMariaDb;

/**
 * The embedded MariaDB, for machines without MySQL and Docker. Its data stay in {@code target}: a
 * killed run leaves a server that the next run joins and ends.
 */
final class MariaDbProcess implements Closeable {

  private final Lease lease;

  private MariaDbProcess(Lease lease) {
    this.lease = lease;
  }

  static MariaDbProcess start() {
    Map<String, String> environment = System.getenv();
    CacheFolder cache = CacheFolder.choose(environment, Path.of(System.getProperty("user.home")));
    return new MariaDbProcess(
        new EmbeddedMariaDb(TestFolder.of("test-mariadb"), cache, 0, message -> {}).lease());
  }

  Endpoint endpoint() {
    ServerEndpoint server = lease.endpoint();
    return new Endpoint("127.0.0.1:" + server.port(), server.user(), server.password());
  }

  @Override
  public void close() {
    lease.close();
  }
}
