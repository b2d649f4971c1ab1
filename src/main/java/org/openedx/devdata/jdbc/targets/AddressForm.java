package org.openedx.devdata.jdbc.targets;

import java.util.Optional;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseUrl;

/** Form of the address of a service's database. */
public enum AddressForm {
  MYSQL {
    @Override
    void check(String source, String url) {
      try {
        if (MySqlUrl.database(url).isEmpty()) {
          throw new ConfigurationException(
              "%s: %s names no database; write jdbc:mysql://HOST:PORT/DATABASE"
                  .formatted(source, MySqlUrl.masked(url)));
        }
      } catch (DatabaseException otherForm) {
        throw new ConfigurationException(source + ": " + otherForm.getMessage());
      }
    }

    @Override
    public boolean isLocal(String url) {
      return MySqlUrl.isLocal(url);
    }

    @Override
    String remote(String url) {
      return MySqlUrl.redirect(url)
          .map(
              name ->
                  "%s leads to another machine by its property %s"
                      .formatted(MySqlUrl.masked(url), name))
          .orElseGet(() -> super.remote(url));
    }

    @Override
    Optional<String> defaultUser() {
      return Optional.empty();
    }
  },
  CLICKHOUSE {
    @Override
    void check(String source, String url) {
      if (ClickHouseUrl.parse(url).isEmpty()) {
        throw new ConfigurationException(source + ": " + ClickHouseUrl.expected(url));
      }
    }

    @Override
    public boolean isLocal(String url) {
      return ClickHouseUrl.parse(url).map(ClickHouseUrl::isLocal).orElse(false);
    }

    /** Every server has it, without a password unless an administrator gave it one. */
    @Override
    Optional<String> defaultUser() {
      return Optional.of("default");
    }
  };

  /**
   * Throws when the address has another form.
   *
   * @param source the variable or service that has it, for messages
   */
  abstract void check(String source, String url);

  /** Returns whether the host is this machine. */
  public abstract boolean isLocal(String url);

  /**
   * Describes why the address is not of this machine, for messages: no password, no driver options.
   */
  String remote(String url) {
    return MySqlUrl.masked(url) + " is not this machine";
  }

  /** The user without a password that is meant when nothing is said. */
  abstract Optional<String> defaultUser();
}
