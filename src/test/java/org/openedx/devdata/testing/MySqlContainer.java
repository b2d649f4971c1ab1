package org.openedx.devdata.testing;

import java.io.Closeable;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL 8.4, which Tutor runs, in Docker. */
final class MySqlContainer implements Closeable {

  private static final String IMAGE = "mysql:8.4";

  private final MySQLContainer container;

  private MySqlContainer(MySQLContainer container) {
    this.container = container;
  }

  @SuppressWarnings("resource") // Closed by close().
  static MySqlContainer start() {
    MySQLContainer container =
        new MySQLContainer(IMAGE)
            .withUsername("root")
            .withPassword("devdata")
            .withCommand("--local-infile=1", "--innodb-flush-log-at-trx-commit=2");
    container.start();
    return new MySqlContainer(container);
  }

  Endpoint endpoint() {
    return new Endpoint(
        container.getHost() + ":" + container.getMappedPort(MySQLContainer.MYSQL_PORT),
        "root",
        "devdata");
  }

  @Override
  public void close() {
    container.close();
  }
}
