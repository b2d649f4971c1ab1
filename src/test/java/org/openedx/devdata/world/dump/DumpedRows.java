package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Collects rows as maps from column to text, and looks that values are of their columns' types. */
final class DumpedRows implements RowWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<DumpTable.Column> columns;
  private final List<Map<String, String>> rows = new ArrayList<>();
  private Map<String, String> row = new HashMap<>();

  private DumpedRows(DumpTable table) {
    this.columns = table.columns();
  }

  /** The rows of a unit. */
  static List<Map<String, String>> of(TableDump dump, int unit) {
    DumpedRows collected = new DumpedRows(dump.table());
    dump.write(unit, collected);
    return collected.rows;
  }

  /** The rows of a unit of one of several tables. */
  static List<Map<String, String>> of(List<TableDump> dumps, DumpTable table, int unit) {
    return of(dump(dumps, table), unit);
  }

  /** All rows of one of several tables. */
  static List<Map<String, String>> all(List<TableDump> dumps, DumpTable table) {
    List<Map<String, String>> all = new ArrayList<>();
    TableDump dump = dump(dumps, table);
    for (int unit = 0; unit < dump.units(); unit++) {
      all.addAll(of(dump, unit));
    }
    return all;
  }

  private static TableDump dump(List<TableDump> dumps, DumpTable table) {
    return dumps.stream().filter(dump -> dump.table() == table).findFirst().orElseThrow();
  }

  /** A column that holds JSON. */
  static JsonNode json(Map<String, String> row, String column) {
    try {
      return JSON.readTree(row.get(column));
    } catch (java.io.IOException e) {
      throw new AssertionError(row.get(column), e);
    }
  }

  private void put(ColumnType type, String value) {
    DumpTable.Column column = columns.get(row.size());
    assertThat(column.type()).as(column.name()).isEqualTo(type);
    row.put(column.name(), value);
  }

  @Override
  public void text(String value) {
    put(ColumnType.STRING, value);
  }

  @Override
  public void number(int value) {
    put(ColumnType.INT32, Integer.toString(value));
  }

  @Override
  public void noNumber() {
    put(ColumnType.INT32, "0");
  }

  @Override
  public void flag(boolean value) {
    put(ColumnType.BOOL, Boolean.toString(value));
  }

  @Override
  public void uuid(long high, long low) {
    put(ColumnType.UUID, new UUID(high, low).toString());
  }

  @Override
  public void endRow() {
    assertThat(row).hasSize(columns.size());
    rows.add(row);
    row = new HashMap<>();
  }
}
