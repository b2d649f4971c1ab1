package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestClickHouse;

/**
 * Queries of the shape that the data sets of Superset have: views that join, joined with
 * sub-queries that join the same columns; on the real engine. Its own order of joins fails on some
 * of them.
 */
@Tag("clickhouse")
class JoinOrderTest {

  private static final int VIEWS = 12;
  private static final int QUERIES = 80;
  private static final int ROWS = 5;
  private static TestClickHouse clickhouse;

  @BeforeAll
  static void makeViews() {
    clickhouse = TestClickHouse.required();
    Requirement.applies(clickhouse.kind().equals("embedded"), "tests the embedded engine");
    clickhouse.freshDatabase("test_joins");
    SplittableRandom random = new SplittableRandom(13);
    for (int view = 0; view < VIEWS; view++) {
      StringBuilder joins = new StringBuilder(source() + " AS e");
      StringBuilder columns = new StringBuilder("e.o AS o, e.c AS c, e.l AS l");
      for (int join = 0; join <= random.nextInt(3); join++) {
        String other = "x" + join;
        joins.append(random.nextBoolean() ? " JOIN " : " LEFT JOIN ").append(source());
        joins.append(" AS " + other + " ON e.o = " + other + ".o AND e.l = " + other + ".l");
        columns.append(", " + other + ".v AS v" + join);
      }
      clickhouse.run(
          "CREATE VIEW test_joins.v%d AS SELECT %s FROM %s".formatted(view, columns, joins));
    }
  }

  private static String source() {
    return "(SELECT number AS o, number AS c, number AS l, number AS v FROM numbers(" + ROWS + "))";
  }

  private static String view(SplittableRandom random) {
    return random.nextInt(4) == 0 ? source() : "test_joins.v" + random.nextInt(VIEWS);
  }

  private static List<String> queries() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> queries = new ArrayList<>();
    for (int query = 0; query < QUERIES; query++) {
      String inner =
          "SELECT s.o AS o, s.c AS c, s.l AS l FROM %s AS s %s %s AS p USING (o, c, l)"
              .formatted(view(random), random.nextBoolean() ? "JOIN" : "LEFT JOIN", view(random));
      queries.add(
          "SELECT count() FROM (SELECT n.o AS o, n.c AS c, n.l AS l FROM %s AS n JOIN (%s) AS r USING (o, c, l)) AS virtual_table"
              .formatted(view(random), inner));
    }
    return queries;
  }

  private static List<String> answers(Map<String, String> settings) {
    return queries().stream().map(query -> clickhouse.post(query, settings).body()).toList();
  }

  @Test
  void joinsOfTheSameColumnsAreAnswered() {
    assertThat(answers(Map.of())).hasSize(QUERIES).containsOnly(ROWS + "\n");
  }

  /** Where this fails, the engine has been mended and its own order may be the default again. */
  @Test
  void ordersOfTheEnginesOwnChoiceFail() {
    assertThat(answers(Map.of("query_plan_optimize_join_order_limit", "10")))
        .anySatisfy(answer -> assertThat(answer).contains("same names").contains("LOGICAL_ERROR"));
  }
}
