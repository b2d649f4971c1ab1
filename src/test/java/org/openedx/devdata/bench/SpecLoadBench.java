package org.openedx.devdata.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.Ddl;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Loading users with profiles and enrolments with history from a spec, against {@code LOAD DATA
 * LOCAL} of the same rows from ready-made files on the same server; then the second load.
 *
 * <p>{@code -Ddevdata.bench.users=N} sets the number of users (20,000), each with five enrolments;
 * {@code -Ddevdata.bench.rounds=N} the number of rounds (7) that count; as many as two before them,
 * told apart, warm the virtual machine.
 */
@Tag("bench")
@DatabaseTest
class SpecLoadBench {

  private static final int USERS = Integer.getInteger("devdata.bench.users", 20_000);
  private static final int ROUNDS = Integer.getInteger("devdata.bench.rounds", 7);
  private static final int WARM_UP = Math.min(2, ROUNDS);
  private static final int COURSES = 50;

  private static final String LOAD = "devdata load";
  private static final String AGAIN = "devdata load again";
  private static final String BASELINE = "LOAD DATA LOCAL of the same rows";

  @Test
  void usersAndEnrollments(TestDatabase database, @TempDir Path folder) throws Exception {
    SpecLab lab = new SpecLab(database, LmsService.lms()).withTables();
    String spec = spec();
    Stopwatch watch = new Stopwatch();
    TestDatabase copy = database.another("copy");
    new SpecLab(copy, LmsService.lms()).withTables();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      if (round == WARM_UP) {
        System.out.printf("%nwhile compiling:%n%s", watch.table());
        watch.forget();
      }
      empty(database);
      watch.time(LOAD, () -> lab.loadQuietly(spec));
      watch.time(AGAIN, () -> lab.loadQuietly(spec));
      if (round == 0) {
        export(database, folder);
      }
      empty(copy);
      watch.time(BASELINE, () -> importAll(copy, folder));
    }
    System.out.printf(
        "%n%,d users, %,d enrolments, spec of %,d kB, %s%n%s",
        USERS, USERS * 5, spec.length() / 1000, database.version(), watch.table());
    System.out.print(watch.ratio("load / LOAD DATA", LOAD, BASELINE, "at most 1.25"));
    System.out.print(watch.ratio("second load / first", AGAIN, LOAD, "at most 0.33"));
  }

  private static String spec() {
    StringBuilder text = new StringBuilder("courses:\n");
    for (int course = 0; course < COURSES; course++) {
      text.append("  - {course_id: course-v1:Bench+C" + course + "+2026, start: 2026-01-05}\n");
    }
    text.append("users:\n");
    for (int user = 0; user < USERS; user++) {
      text.append(
          "  - {username: learner_%d, email: learner_%d@example.com, password: secret, name: Learner %d, country: FR}%n"
              .formatted(user, user, user));
    }
    text.append("enrollments:\n");
    for (int user = 0; user < USERS; user++) {
      for (int course = 0; course < 5; course++) {
        text.append(
            "  - {username: learner_%d, course_id: course-v1:Bench+C%d+2026, mode: %s}%n"
                .formatted(user, (user + course * 7) % COURSES, course == 0 ? "honor" : "audit"));
      }
    }
    return text.toString();
  }

  private static List<Table> tables() {
    return List.copyOf(LmsService.lms().tables().all());
  }

  private static void empty(TestDatabase database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (Table table : tables()) {
        statement.execute("TRUNCATE TABLE " + table);
      }
    }
  }

  private static void export(TestDatabase database, Path folder) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (Table table : tables()) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table);
            OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(table + ".tsv")))) {
          int width = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int column = 1; column <= width; column++) {
              String value = rows.getString(column);
              line.append(column == 1 ? "" : "\t")
                  .append(value == null ? "\\N" : value.replace("\\", "\\\\"));
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
  }

  private static void importAll(TestDatabase database, Path folder) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Table table : tables()) {
        try (InputStream in = Files.newInputStream(folder.resolve(table + ".tsv"))) {
          statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(in);
          statement.execute(
              "LOAD DATA LOCAL INFILE 'rows' INTO TABLE "
                  + Ddl.quote(table.name())
                  + " CHARACTER SET utf8mb4");
        }
      }
      connection.commit();
    }
  }
}
