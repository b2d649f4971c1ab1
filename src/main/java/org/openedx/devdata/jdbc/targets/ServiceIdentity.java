package org.openedx.devdata.jdbc.targets;

import java.util.List;

/**
 * A service by its names and addresses: everything that messages, targets and the built-in servers
 * need to know of it.
 *
 * @param ida its key in a top-level spec, such as {@code lms}
 * @param aliases other names that people give it, for hints
 * @param form the form of its database's address
 * @param sharing ida of the service whose database it shares; empty when it has one of its own
 * @param database name of its database in the built-in server
 * @param tutorPassword Tutor's configuration value that holds its database's password
 */
public record ServiceIdentity(
    String ida,
    List<String> aliases,
    AddressForm form,
    String sharing,
    String database,
    String tutorPassword) {

  public ServiceIdentity {
    aliases = List.copyOf(aliases);
  }

  /** A service with a MySQL database that has its name. */
  public static ServiceIdentity mySql(String ida, String... aliases) {
    return new ServiceIdentity(
        ida, List.of(aliases), AddressForm.MYSQL, "", ida, ida + "_mysql_password");
  }

  /** A service of ClickHouse. */
  public static ServiceIdentity clickHouse(String ida, String... aliases) {
    return new ServiceIdentity(
        ida, List.of(aliases), AddressForm.CLICKHOUSE, "", ida, "clickhouse_admin_password");
  }

  /** The same service, in the database of another one. */
  public ServiceIdentity sharing(String other) {
    return new ServiceIdentity(ida, aliases, form, other, database, tutorPassword);
  }

  /** The same service, whose database and password have names of their own. */
  public ServiceIdentity withDatabase(String name, String passwordSetting) {
    return new ServiceIdentity(ida, aliases, form, sharing, name, passwordSetting);
  }
}
