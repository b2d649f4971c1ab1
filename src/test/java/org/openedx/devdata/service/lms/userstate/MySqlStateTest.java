package org.openedx.devdata.service.lms.userstate;

import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** The conformance tests on every layout of history. */
class MySqlStateTest {

  @DatabaseTest
  abstract static class OnDatabase extends UserStateConformance {

    TestDatabase database;

    OnDatabase(TestDatabase database) {
      this.database = database;
    }
  }

  /** Both settings on, the tables in one database. */
  @Nested
  class Platform extends OnDatabase {

    Platform(TestDatabase database) {
      super(database);
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(database, null, HistorySettings.PLATFORM);
    }
  }

  /** The extended table off. */
  @Nested
  class Tutor extends OnDatabase {

    Tutor(TestDatabase database) {
      super(database);
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(database, null, HistorySettings.TUTOR);
    }
  }

  /** The extended table alone, in a second database. */
  @Nested
  class Devstack extends OnDatabase {

    Devstack(TestDatabase database) {
      super(database);
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(database, database.another("csmh"), new HistorySettings(true, false));
    }
  }

  /** Whatever the client finds: here the extended table in a second database, and the original. */
  @Nested
  class Found extends OnDatabase {

    Found(TestDatabase database) {
      super(database);
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(database, database.another("csmh"), null);
    }
  }
}
