package org.openedx.devdata.service.lms;

import java.sql.SQLException;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Tables of the LMS that a test changes before it loads users. */
final class ChangedTables {

  private ChangedTables() {}

  static SpecLab lab(TestDatabase database) throws SQLException {
    return new SpecLab(database, LmsService.lms()).withTables();
  }

  static String users(TestDatabase database) throws SQLException {
    return database.value("SELECT COUNT(*) FROM auth_user");
  }
}
