package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DistortingProxy;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.WireAnswer.Framing;

/**
 * The reasons of decision 0019 for {@code db sql aspects} without the JDBC driver. When one of
 * these tests fails, the driver has learned what it lacked; look at the decision again.
 */
@Tag("clickhouse")
class JdbcLimitsTest {

  private final TestClickHouse engine = TestClickHouse.required();

  private Connection connect(String server) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", engine.user());
    properties.setProperty("password", engine.password());
    properties.setProperty("compress", "false");
    return DriverManager.getConnection("jdbc:clickhouse:" + server + "/default", properties);
  }

  /** The number of rows, and the last one's first column as text. */
  private String read(String server, String query) throws SQLException {
    try (Connection connection = connect(server);
        java.sql.Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int rows = 0;
      String last = "";
      while (result.next()) {
        rows++;
        last = result.getString(1);
      }
      return rows + " " + last;
    }
  }

  @Test
  void halfOfAResultPassesForAWholeOne() throws Exception {
    String query = "SELECT number FROM numbers(2000)";
    try (DistortingProxy proxy = new DistortingProxy(engine.url())) {
      proxy.distort(
          (request, truth) -> {
            var answer = truth.ask();
            return request.text().contains(query)
                ? answer.with(Framing.CHUNKS).cutAt(answer.body().length / 2)
                : answer;
          });

      assertThat(read(proxy.url().toString(), query)).isEqualTo("999 998");
    }
  }

  @Test
  void aFailureAfterTheFirstRowsLosesTheServersWords() {
    String query = "SELECT number, throwIf(number = 300000, 'no more') FROM numbers(1000000)";

    assertThatThrownBy(() -> read(engine.url().toString(), query))
        .isInstanceOf(SQLException.class)
        .hasMessageNotContaining("no more")
        .hasMessageNotContaining("Code: 395");
  }

  @Test
  void valuesAreNotTextsOfClickHouse() throws Exception {
    assertThat(read(engine.url().toString(), "SELECT (1, 'x')")).contains("java.lang.Object");
    assertThat(read(engine.url().toString(), "SELECT map('k', 1)")).isEqualTo("1 {k=1}");
  }
}
