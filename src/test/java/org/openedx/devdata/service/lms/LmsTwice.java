package org.openedx.devdata.service.lms;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** A database of the LMS into which specs are loaded twice. */
abstract class LmsTwice {

  static final String COURSE = "course-v1:edX+DemoX+Demo_Course";

  TestDatabase database;
  SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
  }
}
