package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.mariadb.Waiting;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/**
 * A server whose sessions begin with variables that its administrator has set for other users. All
 * at once: each alone takes as long as all together.
 */
@DatabaseTest
class SessionVariablesTest {

  private static final List<String> VARIABLES =
      List.of(
          "sql_select_limit=3",
          "sql_safe_updates=1",
          "sql_big_selects=0,max_join_size=2",
          "foreign_key_checks=0",
          "unique_checks=0",
          "max_execution_time=1",
          "max_statement_time=0.01",
          "completion_type=1",
          "completion_type=2",
          "autocommit=0",
          "sql_require_primary_key=1",
          "sql_generate_invisible_primary_key=1",
          "group_concat_max_len=4",
          "auto_increment_increment=7,auto_increment_offset=3",
          "collation_connection=utf8mb4_bin",
          "time_zone='-05:30'",
          "timestamp=1",
          "big_tables=1",
          "default_storage_engine=MyISAM,default_tmp_storage_engine=MyISAM",
          "sql_auto_is_null=1",
          "innodb_lock_wait_timeout=1,lock_wait_timeout=1",
          "max_sort_length=4",
          "range_optimizer_max_mem_size=1",
          "eq_range_index_dive_limit=1",
          "max_heap_table_size=16384,tmp_table_size=1024",
          "net_read_timeout=1,net_write_timeout=1",
          "max_error_count=0,sql_notes=0",
          "sql_quote_show_create=0",
          "lc_time_names=ar_EG",
          "profiling=1",
          "transaction_isolation='SERIALIZABLE'",
          "tx_isolation='READ-UNCOMMITTED'",
          "check_constraint_checks=0",
          "system_versioning_asof='2020-01-01'",
          "in_predicate_conversion_threshold=2",
          "div_precision_increment=0",
          "sql_buffer_result=1",
          "windowing_use_high_precision=0",
          "explicit_defaults_for_timestamp=0",
          "idle_transaction_timeout=1,idle_write_transaction_timeout=1",
          "wait_timeout=1,interactive_timeout=1");

  private static boolean takes(TestDatabase database, String setting) {
    try {
      database.run("SET SESSION " + setting);
      return true;
    } catch (SQLException unknown) {
      return false;
    }
  }

  private static String users(int from, int to, String name) {
    return "users:\n"
        + IntStream.range(from, to)
            .mapToObj(i -> "- {username: u%d, name: %s %d, groups: [g]}\n".formatted(i, name, i))
            .collect(Collectors.joining());
  }

  /** Many users by LOAD DATA, a few by INSERT, updates, values that move, and what came along. */
  private static void works(TestDatabase database, String setting) throws SQLException {
    SpecLab lab = new SpecLab(database.withOption("sessionVariables", setting), LmsService.lms());
    String enrolled =
        users(0, 220, "Ann")
            + "enrollments:\n- {username: u7, course_id: course-v1:A+B+C, mode: verified}\n";
    assertThat(lab.load(enrolled)).hasSizeGreaterThan(660);
    assertThat(lab.plan(enrolled)).isEmpty();
    assertThat(lab.load(users(0, 230, "Ben"))).hasSize(250);
    assertThat(
            lab.load(
                "users: [{username: u0, email: u1@example.com}, {username: u1, email: u0@example.com}]"))
        .hasSize(2);
    assertThat(lab.plan(users(2, 230, "Ben"))).isEmpty();
    lab.reset(enrolled);
    lab.reset(users(0, 230, "Ben"));
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
    assertThat(database.value("SELECT COUNT(*) FROM student_courseenrollment")).isEqualTo("0");
  }

  @Test
  void everyVariableOfTheServerIsWorkedWith(TestDatabase database) throws SQLException {
    new SpecLab(database, LmsService.lms()).withTables();
    List<String> taken = VARIABLES.stream().filter(setting -> takes(database, setting)).toList();
    assertThat(taken).contains("sql_select_limit=3", "sql_safe_updates=1", "foreign_key_checks=0");

    works(database, String.join(",", taken));
  }

  @Test
  void sessionOutlivesWaitsBetweenEntries(TestDatabase database) throws Exception {
    TestDatabase impatient = database.withOption("sessionVariables", "wait_timeout=1");
    try (MySqlDatabase open =
        MySqlDatabase.open(
            new ConnectionSettings(
                "test", "lms", impatient.jdbcUrl(), impatient.user(), impatient.password()))) {
      waitUntilTheServerEndsAnIdleSession(database, impatient);

      assertThat(open.handle().createQuery("SELECT 1").mapTo(Integer.class).one()).isEqualTo(1);
    }
  }

  /** One that begins now: whoever has been idle for longer would be ended as well. */
  private static void waitUntilTheServerEndsAnIdleSession(
      TestDatabase database, TestDatabase impatient) throws SQLException {
    try (Connection idle = impatient.connect();
        Connection watching = database.connect()) {
      String session =
          "SELECT COUNT(*) FROM information_schema.processlist WHERE id = "
              + Sql.value(idle, "SELECT CONNECTION_ID()");
      assertThat(
              Waiting.until(
                  Duration.ofSeconds(60),
                  () -> {
                    try {
                      return Sql.value(watching, session).equals("0");
                    } catch (SQLException e) {
                      throw new IllegalStateException(e);
                    }
                  }))
          .isTrue();
    }
  }
}
