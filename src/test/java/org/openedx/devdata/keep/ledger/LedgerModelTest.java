package org.openedx.devdata.keep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Generated sequences of loads, edits, prunings, resets and loads that are killed, of two specs
 * that share rows with each other and with the site, against a model: rows and who claims them.
 */
@DatabaseTest
class LedgerModelTest {

  private static final LmsService LMS = LmsService.lms();
  private static final int USERS = 4;
  private static final int COURSES = 2;

  /** Names of rows: a user {@code u1}, an enrolment {@code u1 a/b/0}. */
  private final Set<String> rows = new TreeSet<>();

  /** Rows that a load made. */
  private final Set<String> made = new HashSet<>();

  /** Whether a spec created or adopted the rows that it has said since its last reset. */
  private final Map<String, Map<String, Boolean>> claims = new HashMap<>();

  private static Set<String> draw(Random random) {
    Set<String> said = new TreeSet<>();
    for (int user = 0; user < USERS; user++) {
      if (random.nextInt(3) > 0) {
        said.add("u" + user);
        for (int course = 0; course < COURSES; course++) {
          if (random.nextBoolean()) {
            said.add("u" + user + " a/b/" + course);
          }
        }
      }
    }
    return said;
  }

  private static String spec(Set<String> said) {
    List<String> users = new ArrayList<>();
    List<String> enrollments = new ArrayList<>();
    for (String row : said) {
      String[] parts = row.split(" ");
      if (parts.length == 1) {
        users.add("{username: " + row + "}");
      } else {
        enrollments.add(
            "{username: %s, course_id: %s, mode: %s}"
                .formatted(parts[0], parts[1], row.endsWith("1") ? "verified" : "audit"));
      }
    }
    return "users: " + users + "\nenrollments: " + enrollments + "\n";
  }

  private void modelLoad(String spec, Set<String> said) {
    for (String row : said) {
      if (rows.add(row)) {
        made.add(row);
      }
      claims.get(spec).putIfAbsent(row, made.contains(row));
    }
  }

  private void modelPrune(String spec, Set<String> said) {
    for (String row : Set.copyOf(claims.get(spec).keySet())) {
      if (!said.contains(row) && claims.get(spec).get(row)) {
        claims.get(spec).remove(row);
        removeUnclaimed(row);
      }
    }
  }

  private void modelReset(String spec) {
    Map<String, Boolean> own = claims.put(spec, new LinkedHashMap<>());
    own.forEach(
        (row, created) -> {
          if (created) {
            removeUnclaimed(row);
          }
        });
  }

  private void removeUnclaimed(String row) {
    if (claims.values().stream().noneMatch(claimed -> claimed.containsKey(row))) {
      rows.remove(row);
      made.remove(row);
    }
  }

  private static SpecLab lab(TestDatabase database, String spec, int chunk) {
    return new SpecLab(database, LMS)
        .withLedgers(new SpecLedgers(LedgerLab.origin(spec, "host"), Optional.empty()))
        .inChunksOf(chunk);
  }

  private static Set<String> stored(TestDatabase database) throws SQLException {
    Set<String> stored = new TreeSet<>();
    database.rows("SELECT username FROM auth_user").forEach(row -> stored.add(row.get(0)));
    database
        .rows(
            "SELECT u.username, e.course_id FROM student_courseenrollment e"
                + " JOIN auth_user u ON u.id = e.user_id")
        .forEach(row -> stored.add(row.get(0) + " " + row.get(1)));
    return stored;
  }

  private static Map<String, List<List<String>>> dump(TestDatabase database) throws SQLException {
    Map<String, List<List<String>>> dump = new LinkedHashMap<>();
    for (Table table : LMS.tables().all()) {
      String order = " ORDER BY `" + table.primaryKey().name() + "`";
      dump.put(table.name(), database.rows("SELECT * FROM " + table + order));
    }
    return dump;
  }

  /** Cuts the connections of a load at some moment, as a kill of its process would. */
  private static void killed(TestDatabase database, Runnable load, int delay) throws Exception {
    Thread thread =
        new Thread(
            () -> {
              try {
                load.run();
              } catch (RuntimeException cut) {
                // What it had not committed is rolled back.
              }
            });
    thread.start();
    thread.join(delay);
    for (List<String> row :
        database.rows(
            "SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                + " AND id <> CONNECTION_ID()")) {
      try {
        database.run("KILL " + row.get(0));
      } catch (SQLException ended) {
        // The load was faster.
      }
    }
    thread.join();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rowsAndClaimsAreThoseOfTheModel(long seed, TestDatabase database) throws Exception {
    Random random = new Random(seed);
    new SpecLab(database, LMS).withTables();
    Set<String> site = draw(random);
    new SpecLab(database, LMS).load(spec(site));
    rows.addAll(site);
    Map<String, List<List<String>>> before = dump(database);
    Map<String, Set<String>> said = new HashMap<>();
    for (String spec : List.of("one", "two")) {
      claims.put(spec, new LinkedHashMap<>());
      said.put(spec, draw(random));
    }

    for (int step = 0; step < 14; step++) {
      String spec = random.nextBoolean() ? "one" : "two";
      int action = random.nextInt(10);
      if (action < 4) {
        said.put(spec, draw(random));
      }
      String text = spec(said.get(spec));
      SpecLab lab = lab(database, spec, 1 + random.nextInt(5));
      String what = "seed %d, step %d: %s %d%n%s".formatted(seed, step, spec, action, text);
      if (action < 3) {
        lab.load(text);
        modelLoad(spec, said.get(spec));
      } else if (action < 6) {
        lab.removing(new Removal(true, false, false)).load(text);
        modelLoad(spec, said.get(spec));
        modelPrune(spec, said.get(spec));
        assertThat(lab.plan(text)).as(what).isEmpty();
      } else if (action < 8) {
        lab.removing(new Removal(true, false, false)).reset(text);
        modelReset(spec);
      } else {
        killed(database, () -> lab.load(text), random.nextInt(60));
        lab.load(text);
        modelLoad(spec, said.get(spec));
      }
      assertThat(stored(database)).as(what).isEqualTo(rows);
    }
    for (String spec : List.of("one", "two")) {
      lab(database, spec, 3).removing(new Removal(true, false, false)).reset(spec(said.get(spec)));
    }

    Map<String, List<List<String>>> after = dump(database);
    before.forEach((table, kept) -> assertThat(after.get(table)).as(table).isEqualTo(kept));
    assertThat(database.rows("SELECT * FROM devdata_ledger WHERE spec <> ''")).isEmpty();
  }
}
