package org.openedx.devdata.plan;

import java.util.List;

/** A service whose rows go elsewhere than into MySQL. Stateless; safe to share. */
public interface StoreService extends Service {

  /**
   * Opens the store of an entry and looks whether it can take the rows; writes nothing.
   *
   * @param earlier the entries before it, for what this one takes from them
   * @throws org.openedx.devdata.jdbc.DatabaseException when it is away or not as expected
   */
  Store open(RunEntry entry, List<RunEntry> earlier, RunOptions options, RunListener listener);
}
