package org.openedx.devdata.cli.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openedx.devdata.cli.report.json.Many;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.ResultRows;

/** Results of SQL statements. */
record SqlResult(@Meaning("results, one for each statement") Many<StatementResult> results) {

  /** The result of a statement: rows, or a number. */
  record StatementResult(
      @Meaning(
              value =
                  "of a statement that gives rows: their names; a second column of one name is called"
                      + " `name_2`",
              leftOut = true)
          Optional<List<String>> columns,
      @Meaning(
              value =
                  "its rows, objects by column name; numbers are numbers, times are texts as the server"
                      + " writes them, binary values texts like `0x00ff`",
              leftOut = true)
          Optional<Many<Map<String, Object>>> rows,
      @Meaning(value = "of another statement: the number of rows that it changed", leftOut = true)
          Optional<Long> changed) {}

  /** Turns what a server answers into results, as they come. */
  record Results(Consumer<StatementResult> consumer) implements ResultListener {

    @Override
    public void rows(List<ResultColumn> columns, ResultRows rows) {
      List<String> names = distinct(columns);
      Many<Map<String, Object>> objects =
          object ->
              rows.read(
                  values -> {
                    object.accept(object(names, values));
                    return true;
                  });
      consumer.accept(
          new StatementResult(Optional.of(names), Optional.of(objects), Optional.empty()));
    }

    @Override
    public void changed(long rows) {
      consumer.accept(new StatementResult(Optional.empty(), Optional.empty(), Optional.of(rows)));
    }
  }

  private static Map<String, Object> object(List<String> names, List<Object> values) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int column = 0; column < names.size(); column++) {
      object.put(names.get(column), values.get(column));
    }
    return object;
  }

  private static List<String> distinct(List<ResultColumn> columns) {
    List<String> names = new ArrayList<>();
    for (ResultColumn column : columns) {
      String name = column.name();
      for (int number = 2; names.contains(name); number++) {
        name = column.name() + "_" + number;
      }
      names.add(name);
    }
    return names;
  }
}
