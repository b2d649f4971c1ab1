package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.BlockAnswer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * A table of a server, and the queries that read it.
 *
 * @param name where its rows are
 * @param shape its structure
 * @param engineFull engine with keys, TTL and settings
 * @param rows number of rows as the server counts them without looking
 */
public record LiveTable(TableName name, TableShape shape, String engineFull, long rows) {

  /** Suffix of the columns of files that hold states. */
  static final String STATE = " state";

  /** Column of files that holds the id of a row's partition. */
  private static final String PARTITION = " partition";

  /** Rows of different partitions never become one: what merging makes is what is read. */
  private static final Map<String, String> BY_PARTITION =
      Map.of("do_not_merge_across_partitions_select_final", "1", "max_query_size", "16777216");

  /**
   * Fingerprints of its partitions.
   *
   * @param parts the parts to read; empty for all that there are
   */
  public List<PartitionSum> sums(ClickHouse server, List<String> parts) {
    String row =
        shape.columns().stream().map(LiveTable::compared).collect(Collectors.joining(", "));
    List<PartitionSum> sums = new ArrayList<>();
    server
        .rows(
            "SELECT t._partition_id, count(), sumWithOverflow(cityHash64(formatRowNoNewline('RowBinary', "
                + row
                + ")))"
                + from(parts, List.of())
                + " GROUP BY t._partition_id ORDER BY t._partition_id",
            BY_PARTITION)
        .forEach(found -> sums.add(PartitionSum.of(found)));
    return sums;
  }

  /**
   * Its rows: all columns, the partition, then the states of columns that have any.
   *
   * @param parts the parts to read; empty for all that there are
   * @param partitions the partitions to read; empty for all
   */
  public BlockAnswer rows(ClickHouse server, List<String> parts, List<String> partitions) {
    List<String> selected = new ArrayList<>();
    for (StoredColumn column : shape.columns()) {
      selected.add(read(column) + " AS " + TableName.quote(column.name()));
    }
    selected.add("CAST(t._partition_id, 'String') AS " + TableName.quote(PARTITION));
    for (StoredColumn column : shape.states()) {
      selected.add("hex(" + qualified(column) + ") AS " + TableName.quote(column.name() + STATE));
    }
    return server.blocks(
        "SELECT " + String.join(", ", selected) + from(parts, partitions),
        fileColumns(shape),
        BY_PARTITION);
  }

  /** Names of the columns of a table's file. */
  public static List<String> fileColumns(TableShape shape) {
    List<String> names = new ArrayList<>(shape.names());
    names.add(PARTITION);
    shape.states().forEach(column -> names.add(column.name() + STATE));
    return names;
  }

  private String from(List<String> parts, List<String> partitions) {
    List<String> conditions = new ArrayList<>();
    if (!parts.isEmpty()) {
      conditions.add("t._part IN " + list(parts));
    }
    if (!partitions.isEmpty()) {
      conditions.add("t._partition_id IN " + list(partitions));
    }
    return " FROM "
        + name.quoted()
        + " AS t"
        + (shape.isMerging() ? " FINAL" : "")
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  static String list(List<String> texts) {
    return texts.stream().map(TableName::literal).collect(Collectors.joining(", ", "(", ")"));
  }

  /** States have many forms that mean the same: their value is compared and shown. */
  private static String compared(StoredColumn column) {
    return column.isState()
        ? "toString(finalizeAggregation(" + qualified(column) + "))"
        : qualified(column);
  }

  private static String read(StoredColumn column) {
    return column.isState() || column.plainType().equals(column.type())
        ? compared(column)
        : "CAST(%s, %s)".formatted(qualified(column), TableName.literal(column.plainType()));
  }

  private static String qualified(StoredColumn column) {
    return "t." + TableName.quote(column.name());
  }
}
