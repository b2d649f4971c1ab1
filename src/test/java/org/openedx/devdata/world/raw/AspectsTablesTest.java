package org.openedx.devdata.world.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.dump.DumpTable;

/** Descriptions of the raw tables: their writers agree with them, and they with themselves. */
class AspectsTablesTest {

  @Test
  void everyColumnThatIsWrittenIsDescribed() {
    for (DumpTable table : DumpTable.values()) {
      assertThat(table.columns().stream().map(DumpTable.Column::name).toList())
          .as(table.tableName())
          .isEqualTo(table.raw().columnNames())
          .contains(table.idColumn());
      assertThat(AspectsTables.ALL).contains(table.raw());
    }
  }

  @Test
  void tablesOfADatabaseAndColumnsOfATableHaveNamesOfTheirOwn() {
    assertThat(AspectsTables.ALL.stream().map(table -> table.database() + "." + table.name()))
        .doesNotHaveDuplicates();
    for (AspectsTable table : AspectsTables.ALL) {
      assertThat(table.columnNames()).as(table.name()).doesNotHaveDuplicates();
    }
  }

  /** ClickHouse wants the primary key to begin the sorting key. */
  @Test
  void keysNameColumnsAndThePrimaryKeyBeginsTheSortingKey() {
    for (AspectsTable table : AspectsTables.ALL) {
      AspectsTable.Storage storage = table.storage();
      List<String> order = columns(storage.order());
      List<String> primary = columns(storage.primary());

      assertThat(table.columnNames()).as(table.name()).containsAll(order);
      assertThat(order.subList(0, primary.size())).as(table.name()).isEqualTo(primary);
      if (!storage.partition().isEmpty()) {
        assertThat(table.columnNames().stream().anyMatch(storage.partition()::contains))
            .as("partition of %s", table.name())
            .isTrue();
      }
    }
  }

  /** A replacing table keeps the newest export of a row only if its key says which that is. */
  @Test
  void exportsOfOneThingHaveKeysOfTheirOwn() {
    for (AspectsTable table : AspectsTables.ALL) {
      if (table.columnNames().contains("dump_id")
          && table.storage().engine().startsWith("Replacing")) {
        assertThat(columns(table.storage().order())).as(table.name()).endsWith("time_last_dumped");
      }
    }
  }

  private static List<String> columns(String key) {
    return key.isEmpty() || key.equals("tuple()")
        ? List.of()
        : Arrays.stream(key.replaceAll("[()`]", "").split(", *")).toList();
  }
}
