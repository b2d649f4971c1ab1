package org.openedx.devdata.service.lms.userstate;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.openedx.devdata.service.lms.userstate.conformance.StateStand;
import org.openedx.devdata.service.lms.userstate.conformance.UserStateConformance;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** The conformance tests on every layout of history. The tables of a layout are made once. */
class MySqlStateTest {

  /** Both settings on, the tables in one database. */
  @Nested
  @DatabaseTest
  class Platform extends UserStateConformance {

    private static MySqlStand.Layout layout;

    @BeforeAll
    static void make(TestDatabase database) throws SQLException {
      layout = MySqlStand.Layout.make(database, null, HistorySettings.PLATFORM);
    }

    @AfterAll
    static void close() throws SQLException {
      layout.close();
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(layout);
    }
  }

  /** The extended table off. */
  @Nested
  @DatabaseTest
  class Tutor extends UserStateConformance {

    private static MySqlStand.Layout layout;

    @BeforeAll
    static void make(TestDatabase database) throws SQLException {
      layout = MySqlStand.Layout.make(database, null, HistorySettings.TUTOR);
    }

    @AfterAll
    static void close() throws SQLException {
      layout.close();
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(layout);
    }
  }

  /** The extended table alone, in a second database. */
  @Nested
  @DatabaseTest
  class Devstack extends UserStateConformance {

    private static MySqlStand.Layout layout;

    @BeforeAll
    static void make(TestDatabase database) throws SQLException {
      TestDatabase second = database.another("csmh");
      layout = MySqlStand.Layout.make(database, second, new HistorySettings(true, false));
    }

    @AfterAll
    static void close() throws SQLException {
      layout.close();
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(layout);
    }
  }

  /** Whatever the client finds: here the extended table in a second database, and the original. */
  @Nested
  @DatabaseTest
  class Found extends UserStateConformance {

    private static MySqlStand.Layout layout;

    @BeforeAll
    static void make(TestDatabase database) throws SQLException {
      layout = MySqlStand.Layout.make(database, database.another("csmh"), null);
    }

    @AfterAll
    static void close() throws SQLException {
      layout.close();
    }

    @Override
    protected StateStand open() throws SQLException {
      return new MySqlStand(layout);
    }
  }
}
