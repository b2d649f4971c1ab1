package org.openedx.devdata.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.service.lms.LmsService;

/** The base of a test of a kind of the LMS: each of its tests has a database with the tables. */
@DatabaseTest
public abstract class LmsKindTest {

  protected TestDatabase database;
  protected SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
  }

  /** Loads a spec that changes something, and nothing again. */
  protected final void loadTwice(String spec) {
    assertThat(lab.load(spec)).isNotEmpty();
    assertThat(lab.load(spec)).isEmpty();
  }

  /** Expects that a load refuses a spec with what stands behind the file's name. */
  protected final void refused(String spec, String start) {
    assertThatThrownBy(() -> lab.load(spec)).hasMessageStartingWith("spec.yaml:" + start);
  }

  /** Number of rows of a table. */
  protected final int rows(String table) throws SQLException {
    return Integer.parseInt(database.value("SELECT COUNT(*) FROM " + table));
  }
}
