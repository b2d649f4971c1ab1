package org.openedx.devdata.service.lms.userstate.client;

import java.time.InstantSource;
import java.util.Optional;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.service.lms.userstate.HistorySettings;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.store.MySqlStore;
import org.openedx.devdata.service.lms.userstate.store.StateTables;
import org.openedx.devdata.service.lms.userstate.store.VersionTables;

/** Makes clients of learner state. Stateless. */
public final class UserStates {

  private UserStates() {}

  /**
   * A client of an LMS's database.
   *
   * @param tables the LMS's tables
   * @param lms the LMS's database
   * @param historyDatabase the database of the extended history table, where that is another one
   * @param history which history tables are used; empty for the extended one where there is one,
   *     read together with the original one
   * @param clock gives the times of saves
   * @throws org.openedx.devdata.jdbc.DatabaseException when a database is away or not as expected
   */
  public static UserStateClient mysql(
      TableSet tables,
      ConnectionSettings lms,
      Optional<ConnectionSettings> historyDatabase,
      Optional<HistorySettings> history,
      InstantSource clock) {
    MySqlDatabase first = MySqlDatabase.open(lms);
    MySqlDatabase second = first;
    try {
      if (historyDatabase.isPresent()) {
        second = MySqlDatabase.open(historyDatabase.get());
      }
      VersionTables versions = VersionTables.of(tables, first, second, history.orElse(null));
      MySqlStore store =
          new MySqlStore(first, second, StateTables.of(tables, first), versions, clock);
      return new StoreClient(store);
    } catch (RuntimeException e) {
      first.close();
      second.close();
      throw e;
    }
  }
}
