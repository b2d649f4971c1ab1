package org.openedx.devdata.service.lms;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** A database of the LMS and the checksums of its tables. */
abstract class LmsChecksums {

  TestDatabase database;
  SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
    lab.load("users: [{username: before}]");
  }

  /** A spec of many users, so that the rows go by LOAD DATA, and more chunks than one. */
  static String users(int count, String lastUser) {
    StringBuilder spec = new StringBuilder("users:\n");
    for (int i = 0; i < count; i++) {
      spec.append("- username: learner_").append(i).append('\n');
    }
    return spec.append("- username: ").append(lastUser).append('\n').toString();
  }

  List<List<List<String>>> checksums() throws SQLException {
    List<List<List<String>>> sums = new ArrayList<>();
    for (Table table : LmsService.lms().tables().all()) {
      sums.add(database.rows("CHECKSUM TABLE " + table));
    }
    return sums;
  }
}
