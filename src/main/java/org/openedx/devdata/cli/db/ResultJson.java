package org.openedx.devdata.cli.db;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;

/**
 * Writes results of SQL into a JSON array: {@code {"columns": [...], "rows": [{...}]}} for a
 * statement that gives rows, {@code {"changed": 1}} for another one. Not thread-safe.
 */
final class ResultJson implements ResultListener {

  private final JsonGenerator json;
  private List<String> names = List.of();

  ResultJson(JsonGenerator json) {
    this.json = json;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    names = distinct(columns);
    write(
        () -> {
          json.writeStartObject();
          json.writeArrayFieldStart("columns");
          for (String name : names) {
            json.writeString(name);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("rows");
        });
  }

  /** Two columns may have one name; the second becomes {@code name_2}. */
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

  @Override
  public boolean row(List<Object> values) {
    write(
        () -> {
          json.writeStartObject();
          for (int column = 0; column < names.size(); column++) {
            json.writeFieldName(names.get(column));
            value(values.get(column));
          }
          json.writeEndObject();
        });
    return true;
  }

  private void value(Object value) throws IOException {
    if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString((String) value);
    }
  }

  @Override
  public void rowsEnd() {
    write(
        () -> {
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  @Override
  public void changed(long rows) {
    write(
        () -> {
          json.writeStartObject();
          json.writeNumberField("changed", rows);
          json.writeEndObject();
        });
  }
}
