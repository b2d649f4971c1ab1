package org.openedx.devdata.testing;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import java.util.Objects;
import java.util.Properties;

/**
 * Where a server listens and who may enter.
 *
 * @param hostAndPort such as {@code 127.0.0.1:3306}
 * @param user account
 * @param password its password, may be empty
 */
record Endpoint(String hostAndPort, String user, String password) {

  private static final String UNENCRYPTED = "&sslMode=DISABLED";

  /**
   * What the tests ask of the driver: text is UTF-8, instants are stored and read as UTC and never
   * shifted, {@code TINYINT(1)} stays a number, and LOAD DATA LOCAL and the password exchange of
   * MySQL 8 work without TLS, whose handshakes took a third of the processor time of these tests.
   * The tests of {@link TestDatabase#encrypted} use it.
   *
   * <p>Connector/J 9.7 needs nothing more for MariaDB 11.4: it takes the version 11.4.5 for that of
   * a recent MySQL, whose session variables and collation numbers MariaDB answers to, with TLS or
   * without. {@code allowPublicKeyRetrieval} matters on MySQL only.
   */
  private static final String OPTIONS =
      "?characterEncoding=utf8&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
          + "&preserveInstants=true&tinyInt1isBit=false&allowLoadLocalInfile=true"
          + "&allowPublicKeyRetrieval=true"
          + UNENCRYPTED;

  /** Takes host, port, user and password of a Connector/J URL; its other options are ours. */
  static Endpoint parse(String url) {
    HostInfo host = ConnectionUrl.getConnectionUrlInstance(url, new Properties()).getMainHost();
    return new Endpoint(
        host.getHostPortPair(),
        Objects.requireNonNullElse(host.getUser(), "root"),
        Objects.requireNonNullElse(host.getPassword(), ""));
  }

  /** The same URL, with TLS where the server offers it: the driver's default. */
  static String encrypted(String url) {
    return url.replace(UNENCRYPTED, "");
  }

  String url(String database) {
    return "jdbc:mysql://" + hostAndPort + "/" + database + OPTIONS;
  }
}
