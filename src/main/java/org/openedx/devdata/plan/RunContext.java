package org.openedx.devdata.plan;

import java.util.List;

/** A run, as far as its services may ask. Not thread-safe. */
public interface RunContext {

  RunOptions options();

  RunListener listener();

  /** Entries before one, of whatever service and database, for what it takes from them. */
  List<RunEntry> before(RunEntry entry);

  /**
   * Returns whether no entry of the same service and database is run after one; those that are run
   * by themselves count, too.
   */
  boolean endsService(RunEntry entry);

  /**
   * Opens an entry whose rows go to MySQL; entries of one database share its connection.
   *
   * @throws org.openedx.devdata.jdbc.DatabaseException when it is away or not as expected
   */
  OpenEntry inMySql(RunEntry entry, SqlService service);
}
