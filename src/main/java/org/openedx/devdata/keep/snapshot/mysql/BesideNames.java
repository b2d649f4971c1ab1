package org.openedx.devdata.keep.snapshot.mysql;

/** Names of tables and foreign keys that exist only while a restore goes on. Stateless. */
final class BesideNames {

  private static final String PREFIX = "_devdata_restore_";

  /** The server gives checks of a table its name and some characters more, 64 at most. */
  private static final int MAXIMUM = 50;

  private static final int KEPT = 20;

  /** Name of the table that says that a restore has begun. */
  static final String MARK = PREFIX + "mark";

  private BesideNames() {}

  /** Returns whether a table is one that an interrupted run has left. */
  static boolean isLeft(String table) {
    return table.startsWith(PREFIX);
  }

  /** Name of the table that takes another one's place. */
  static String fresh(String table) {
    return shortened(PREFIX + "new_", table);
  }

  /** Name of a table whose place is taken. */
  static String former(String table) {
    return shortened(PREFIX + "old_", table);
  }

  /** Name of a foreign key of a table that takes another one's place, by its number there. */
  static String reference(String table, int number) {
    return shortened(PREFIX + "fk%d_".formatted(number), table);
  }

  /** Returns whether a foreign key still has such a name. */
  static boolean isReference(String name) {
    return name.startsWith(PREFIX + "fk");
  }

  /** A hash keeps long ones apart. */
  private static String shortened(String prefix, String table) {
    return prefix.length() + table.length() <= MAXIMUM
        ? prefix + table
        : prefix + table.substring(0, KEPT) + Integer.toHexString(table.hashCode());
  }
}
