package org.openedx.devdata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.schema.LiveColumn;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.jdbc.schema.LiveTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;

/** A database that has its tables exactly as they are described, without a server. */
public final class DescribedSchema {

  private DescribedSchema() {}

  /** Binds all tables but some. */
  public static SchemaBinding bind(TableSet tables, String... absent) {
    Map<String, LiveTable> live = new LinkedHashMap<>();
    for (Table table : tables.all()) {
      if (!List.of(absent).contains(table.name())) {
        live.put(table.name(), live(table));
      }
    }
    return SchemaBinding.of(
        tables, new LiveSchema(live, Map.of(), Map.of()), live.keySet(), Map.of(), "");
  }

  /** Expects tables after those that they refer to: else a server would refuse to make them. */
  public static void assertParentsStandFirst(TableSet tables) {
    List<String> made = new ArrayList<>();
    for (Table table : tables.all()) {
      made.add(table.name());
      assertThat(made)
          .as("tables before %s", table)
          .containsAll(
              table.details().references().values().stream()
                  .map(target -> target.replaceFirst("\\..*", ""))
                  .toList());
    }
  }

  private static LiveTable live(Table table) {
    Map<String, LiveColumn> columns = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      boolean text = column.type().isText();
      columns.put(
          column.name(),
          new LiveColumn(
              column.name(),
              column.type().name().toLowerCase(java.util.Locale.ROOT),
              column.nullable(),
              column.auto(),
              text && column.length() > 0 ? column.length() : -1,
              text ? "utf8mb4" : "",
              !text ? "" : column.binary() ? "utf8mb4_bin" : "utf8mb4_unicode_ci"));
    }
    return new LiveTable(table.name(), "InnoDB", columns, Map.of(), "");
  }
}
