package org.openedx.devdata.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Chart;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.ResultRows;

/**
 * Charts of the package of a test, before an independent judge: SQL over the raw tables, in {@code
 * judge/NAME.sql}, must find each figure, for three seeds and the three sets of habits.
 */
@Tag("clickhouse")
public abstract class JudgedCharts {

  protected static Stream<Chart> charts(Class<?> test) {
    return Charts.ALL.stream()
        .filter(chart -> chart.getClass().getPackage().equals(test.getPackage()));
  }

  /** Rows with the names of their columns. */
  private record Found(List<String> columns, List<List<String>> rows) {}

  protected static void judge(Chart chart) {
    AnswerTable table = chart.table();
    try (ClickHouse server = JudgedWorlds.connect()) {
      int rows = 0;
      for (JudgedWorlds.Judged world : JudgedWorlds.all()) {
        Found found = ask(server, JudgedWorlds.query(table.name(), world));
        List<List<String>> known = known(table, world, found.columns());
        assertThat(sorted(known))
            .as(table.name() + " of " + world.label())
            .isEqualTo(sorted(found.rows()));
        rows += known.size();
      }
      assertThat(rows).as("rows of " + table.name()).isGreaterThan(2);
    }
  }

  /** The known rows, with the columns that the judge finds; none of which it could find nothing. */
  private static List<List<String>> known(
      AnswerTable table, JudgedWorlds.Judged world, List<String> columns) {
    List<List<String>> rows = new ArrayList<>();
    int done = table.columns().indexOf("done");
    for (List<String> row : CountedAnswers.rows(world.answers().getOrDefault(table.name(), ""))) {
      if (row.size() == table.columns().size() && (done < 0 || !row.get(done).equals("0"))) {
        rows.add(columns.stream().map(name -> row.get(table.columns().indexOf(name))).toList());
      }
    }
    return rows;
  }

  /** Lines in order, which are compared quickly. */
  private static List<String> sorted(List<List<String>> rows) {
    return rows.stream().map(row -> String.join(" | ", row)).sorted().toList();
  }

  private static Found ask(ClickHouse server, String query) {
    List<String> names = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    server.query(
        "SELECT * FROM (" + query + ") LIMIT 0",
        new ResultListener() {
          @Override
          public void rows(List<ResultColumn> columns, ResultRows any) {
            columns.forEach(column -> names.add(column.name()));
          }

          @Override
          public void changed(long count) {
            throw new AssertionError("no rows: " + query);
          }
        });
    rows.addAll(server.rows(query));
    return new Found(names, rows);
  }
}
