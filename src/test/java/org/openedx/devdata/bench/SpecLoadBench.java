package org.openedx.devdata.bench;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Loading users with profiles and enrolments with history from a spec, against {@code LOAD DATA
 * LOCAL} of the same rows from ready-made files on the same server; then the second load.
 *
 * <p>{@code -Ddevdata.bench.users=N} sets the number of users (20,000), each with five enrolments;
 * {@code -Ddevdata.bench.rounds=N} the number of rounds (7).
 */
@Tag("bench")
@DatabaseTest
class SpecLoadBench {

  private static final int USERS = Integer.getInteger("devdata.bench.users", 20_000);
  private static final int ROUNDS = Integer.getInteger("devdata.bench.rounds", 7);
  private static final int COURSES = 50;

  @Test
  void usersAndEnrollments(TestDatabase database, @TempDir Path folder) throws Exception {
    SpecLab lab = new SpecLab(database, LmsService.lms()).withTables();
    String spec = spec();
    TableFiles files = new TableFiles(tables(), folder);
    Stopwatch watch = new Stopwatch();
    TestDatabase copy = database.another("copy");
    new SpecLab(copy, LmsService.lms()).withTables();
    SpecAgainstFiles compared = new SpecAgainstFiles(lab, spec, database, copy, files, watch);
    watch.rounds(ROUNDS, compared::round);
    System.out.printf(
        "%n%,d users, %,d enrolments, spec of %,d kB, %s%n%s",
        USERS, USERS * 5, spec.length() / 1000, database.version(), watch.table());
    System.out.print(compared.ratios("at most 1.25", "at most 0.33"));
  }

  @Test
  void remembered(TestDatabase database, @TempDir Path folder) throws Exception {
    SpecLab lab = new SpecLab(database, LmsService.lms()).withTables();
    Stopwatch watch = new Stopwatch();
    SpecRemembered compared =
        new SpecRemembered(lab, spec(), database, new TableFiles(tables(), folder), watch);
    watch.rounds(ROUNDS, compared::round);
    System.out.printf("%n%s%s", watch.table(), compared.ratios("at most 1.05"));
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

  private static List<String> tables() {
    return LmsService.lms().tables().all().stream().map(Table::name).toList();
  }
}
