package org.openedx.devdata.testing;

/** The two families of servers that the tests run on; they differ in SQL that we write. */
public enum Flavour {
  /** MariaDB 10.11 and later. */
  MARIADB,
  /** MySQL 8.0 and later. */
  MYSQL
}
