package org.openedx.devdata.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Lists of values that are longer than one statement may be. */
@DatabaseTest
class ListQueryTest {

  /** Characters that quoting makes longer, and one of four bytes. */
  private static String value(int number, int characters) {
    return number + "\\'\uD83D\uDE00".repeat(characters / 4);
  }

  @ParameterizedTest
  @CsvSource({"24000, 9, 400", "24000, 1500, 255", "100000, 700, 1000", "1048576, 1000, 3000"})
  void everyStatementFits(int bytes, int values, int characters, TestDatabase database)
      throws SQLException {
    database.run("CREATE TABLE t (v text CHARACTER SET utf8mb4 NOT NULL)");
    List<String> all =
        IntStream.range(0, values).mapToObj(number -> value(number, characters)).toList();
    TestDatabase narrow = database.withOption("maxAllowedPacket", String.valueOf(bytes));
    try (MySqlDatabase open =
        MySqlDatabase.open(
            new ConnectionSettings(
                "test", "lms", narrow.jdbcUrl(), narrow.user(), narrow.password()))) {
      for (int number = 0; number < values; number += 3) {
        open.handle().execute("INSERT INTO t VALUES (?)", all.get(number));
      }
      Set<String> found = new HashSet<>();
      ListQuery.rows(
          open, "SELECT v FROM t WHERE v IN (<values>)", all, row -> found.add(row.get(0)));

      assertThat(found).hasSize((values + 2) / 3).isSubsetOf(all);
    }
  }
}
