package org.openedx.devdata.plan.ledger;

import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;

/** Ledgers of the databases of a run, for the one spec that is run. Not thread-safe. */
public interface Ledgers {

  /** Remembers nothing; a spec is the only witness of what is its own. */
  Ledgers NONE = (database, options, listener) -> Ledger.NONE;

  /**
   * Opens the ledger of a database. Called before anything is read or written there, as what is
   * made for the ledger may commit.
   *
   * @param database locked, unless the run only plans
   * @throws org.openedx.devdata.jdbc.DatabaseException when a newer devdata wrote it, or the run
   *     may not remove what it holds
   */
  Ledger open(MySqlDatabase database, RunOptions options, RunListener listener);
}
