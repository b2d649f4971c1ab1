package org.openedx.devdata.jdbc.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

class NamedParametersTest {

  /** What statements are made of, and what is easily taken for something else. */
  private static final List<String> PIECES =
      List.of(
          "SELECT a FROM `t` WHERE ",
          ":name",
          ":",
          "::",
          ":a.b_1",
          "?",
          "??",
          "???",
          "'it''s ? :no'",
          "\"a :b\"",
          "/* :c ? */",
          "/",
          "*",
          "\\:",
          "\\?",
          "\\\\",
          "'\\' :d ?'",
          " ",
          "\n",
          " = ",
          ",",
          "(",
          ")",
          "'[0-9]{3}:\\\\d'",
          "a<b",
          "-- e\n",
          "Zoë",
          ";",
          "1.5",
          "@x",
          "$.y",
          "{z}",
          "#");

  /** Jdbi's own parser, which refuses what it cannot read. */
  private static ParsedSql byLibrary(String sql) {
    try {
      return new ColonPrefixSqlParser().parse(sql, null);
    } catch (RuntimeException refused) {
      return null;
    }
  }

  @Test
  void parametersAreThoseThatJdbiFinds() {
    Random random = new Random(7);
    int compared = 0;
    for (int i = 0; i < 3_000; i++) {
      String sql =
          IntStream.range(0, 1 + random.nextInt(8))
              .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
              .collect(Collectors.joining());
      ParsedSql expected = byLibrary(sql);
      if (expected != null) {
        compared++;
        assertThat(new NamedParameters().parse(sql, null)).as(sql).isEqualTo(expected);
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  @Test
  @DatabaseTest
  void listsAndNamesReachTheServer(TestDatabase database) {
    Jdbi jdbi = NamedParameters.in(Jdbi.create(database::connect));

    String read =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT CONCAT(:a, '<', 1<2) WHERE 'y$' IN (<values>) AND 1 <> 2")
                    .bind("a", "x:?")
                    .bindList("values", List.of("n", "y$"))
                    .mapTo(String.class)
                    .one());

    assertThat(read).isEqualTo("x:?<1");
  }
}
