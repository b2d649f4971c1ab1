package org.openedx.devdata.embedded;

/**
 * Address and accounts of a running embedded MariaDB.
 *
 * @param port on 127.0.0.1
 * @param user an account that may do everything
 * @param password of the account
 */
public record ServerEndpoint(int port, String user, String password) {

  /** Connector/J URL of a database, without options and credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + database;
  }

  /** Without the password, which must not get into logs. */
  @Override
  public String toString() {
    return user + "@127.0.0.1:" + port;
  }
}
