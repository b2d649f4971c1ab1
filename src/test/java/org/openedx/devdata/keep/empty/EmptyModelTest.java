package org.openedx.devdata.keep.empty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Generated schemas with references of all kinds, circles included: whatever a run has removed when
 * it is interrupted, all references are whole, and the next run removes just what no rule keeps.
 */
@DatabaseTest
class EmptyModelTest {

  private static final int TABLES = 7;
  private static final int ROWS = 12;

  private record Link(int from, int to, boolean nullable) {
    String column() {
      return "r" + to + (nullable ? "n" : "");
    }
  }

  private record Generated(List<Link> links, Map<String, Map<String, Object>> keep) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void referencesAreWholeAtEachStep(int seed, TestDatabase database) throws SQLException {
    Generated schema = generated(new Random(seed));
    make(database, schema, new Random(seed));
    List<String> due = kept(database, schema);

    Throwable interrupted = null;
    for (int step = 1; step == 1 || interrupted != null; step++) {
      int stop = step;
      interrupted = catchThrowable(() -> empty(database, schema, stop));
      assertThat(dangling(database, schema)).as("step %d", step).isEmpty();
      assertThat(step).isLessThan(3 * TABLES);
    }

    assertThat(keys(database)).containsAll(due);
    try (MySqlDatabase open = open(database)) {
      EmptyPlan after = planner(open, schema).plan();
      assertThat(after.removed()).isZero();
      assertThat(after.changes()).isFalse();
    }
    if (due.isEmpty()) {
      assertThat(keys(database)).isEmpty();
    }
  }

  private static Generated generated(Random random) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int from = random.nextInt(TABLES);
      int to = random.nextInt(TABLES);
      // Rows must be possible: what leads back, or to itself, may be NULL.
      Link link = new Link(from, to, to >= from || random.nextBoolean());
      if (!links.contains(link)) {
        links.add(link);
      }
    }
    Map<String, Map<String, Object>> keep = new TreeMap<>();
    for (int table = 0; table < TABLES; table++) {
      int kind = random.nextInt(5);
      if (kind == 0) {
        keep.put("app" + table, Map.of("whole", List.of("t" + table)));
      } else if (kind == 1) {
        keep.put("app" + table, Map.of("rows", Map.of("t" + table, Map.of("name", "2"))));
      }
    }
    return new Generated(links, keep);
  }

  private static void make(TestDatabase database, Generated schema, Random random)
      throws SQLException {
    List<String> statements = new ArrayList<>();
    for (int table = 0; table < TABLES; table++) {
      StringBuilder create =
          new StringBuilder("CREATE TABLE t" + table)
              .append(" (id int AUTO_INCREMENT PRIMARY KEY, name varchar(9) NOT NULL");
      for (Link link : schema.links()) {
        if (link.from() == table) {
          create
              .append(", ")
              .append(link.column())
              .append(link.nullable() ? " int" : " int NOT NULL");
        }
      }
      statements.add(create + ")");
    }
    for (Link link : schema.links()) {
      statements.add(
          "ALTER TABLE t%d ADD FOREIGN KEY (%s) REFERENCES t%d (id)"
              .formatted(link.from(), link.column(), link.to()));
    }
    for (int table = 0; table < TABLES; table++) {
      for (int row = 1; row <= ROWS; row++) {
        StringBuilder sets = new StringBuilder("name = '" + row + "'");
        for (Link link : schema.links()) {
          if (link.from() == table && !link.nullable()) {
            sets.append(", ").append(link.column()).append(" = ").append(1 + random.nextInt(ROWS));
          }
        }
        statements.add("INSERT INTO t" + table + " SET " + sets);
      }
    }
    for (Link link : schema.links()) {
      if (link.nullable()) {
        statements.add(
            "UPDATE t%d SET %s = 1 + (id * 7 + %d) %% %d WHERE id %% 3 <> 0"
                .formatted(link.from(), link.column(), random.nextInt(ROWS), ROWS));
      }
    }
    database.run(statements.toArray(String[]::new));
  }

  /** Rows that the rules name, as {@code table.id}. */
  private static List<String> kept(TestDatabase database, Generated schema) throws SQLException {
    List<String> kept = new ArrayList<>();
    for (Map<String, Object> rule : schema.keep().values()) {
      if (rule.get("whole") instanceof List<?> tables) {
        kept.addAll(keys(database, tables.get(0).toString(), "TRUE"));
      } else {
        String table = ((Map<?, ?>) rule.get("rows")).keySet().iterator().next().toString();
        kept.addAll(keys(database, table, "name = '2'"));
      }
    }
    return kept;
  }

  private static List<String> keys(TestDatabase database) throws SQLException {
    List<String> keys = new ArrayList<>();
    for (int table = 0; table < TABLES; table++) {
      keys.addAll(keys(database, "t" + table, "TRUE"));
    }
    return keys;
  }

  private static List<String> keys(TestDatabase database, String table, String where)
      throws SQLException {
    return database.rows("SELECT id FROM " + table + " WHERE " + where).stream()
        .map(row -> table + "." + row.get(0))
        .toList();
  }

  private static List<String> dangling(TestDatabase database, Generated schema)
      throws SQLException {
    List<String> dangling = new ArrayList<>();
    for (Link link : schema.links()) {
      database
          .rows(
              "SELECT c.id FROM t%d c LEFT JOIN t%d p ON p.id = c.%s WHERE c.%s IS NOT NULL AND p.id IS NULL"
                  .formatted(link.from(), link.to(), link.column(), link.column()))
          .forEach(row -> dangling.add(link + " " + row));
    }
    return dangling;
  }

  /** Empties, and stops before a step. */
  private static void empty(TestDatabase database, Generated schema, int stop) {
    try (MySqlDatabase open = open(database)) {
      EmptyPlanner planner = planner(open, schema);
      int[] steps = {0};
      new EmptyRun(
              open,
              table -> {
                if (++steps[0] > stop) {
                  throw new IllegalStateException("stopped before " + table);
                }
              })
          .run(planner.plan(), planner::plan);
    }
  }

  private static EmptyPlanner planner(MySqlDatabase open, Generated schema) {
    return new EmptyPlanner(open, List.of(KeepList.of(schema.keep())), List.of());
  }

  private static MySqlDatabase open(TestDatabase database) {
    return MySqlDatabase.open(
        new ConnectionSettings(
            "test", "lms", database.jdbcUrl(), database.user(), database.password()));
  }
}
