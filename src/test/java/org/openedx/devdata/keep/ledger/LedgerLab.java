package org.openedx.devdata.keep.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Loads, prunes and resets of named specs that share one database and its ledger. */
abstract class LedgerLab {

  static final LmsService LMS = LmsService.lms();
  static final Removal PRUNE = new Removal(true, false, false);
  static final Removal ADOPTED = new Removal(true, true, false);

  static final String ANNA =
      "users: [{username: anna}]\n"
          + "enrollments: [{username: anna, course_id: a/b/c, mode: verified}]\n";

  static final String BEN =
      "users: [{username: ben}]\nenrollments: [{username: ben, course_id: a/b/c, mode: verified}]\n";

  TestDatabase database;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LMS).withTables();
  }

  static LoadOrigin origin(String spec, String host) {
    return new LoadOrigin(spec, false, host, "/specs", "test", SpecLab.NOW);
  }

  SpecLab lab(String spec) {
    return new SpecLab(database, LMS)
        .withLedgers(new SpecLedgers(origin(spec, "host"), Optional.empty()))
        .removing(Removal.NONE);
  }

  SpecLab resetting(String spec) {
    return lab(spec).removing(PRUNE);
  }

  String count(String table) throws SQLException {
    return database.value("SELECT COUNT(*) FROM " + table);
  }

  /** Tables that have rows. */
  List<String> left() throws SQLException {
    StringBuilder query = new StringBuilder();
    for (Table table : LMS.tables().all()) {
      query
          .append(query.isEmpty() ? "" : " UNION ALL ")
          .append(
              "SELECT '%s' FROM DUAL WHERE EXISTS (SELECT 1 FROM %s)"
                  .formatted(table.name(), table));
    }
    return database.rows(query.toString()).stream().map(row -> row.get(0)).toList();
  }
}
