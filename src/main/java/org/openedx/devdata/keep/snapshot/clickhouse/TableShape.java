package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.clickhouse.block.ColumnTypes;

/**
 * Structure of a table with rows.
 *
 * @param name database and table; of a materialized view without a table of its own, that view
 * @param engine such as {@code ReplacingMergeTree}, whether it is replicated or not
 * @param partitionKey expression, or empty
 * @param sortingKey expressions, or empty
 * @param primaryKey expressions, or empty
 * @param columns those that are stored, in order
 */
public record TableShape(
    String name,
    String engine,
    String partitionKey,
    String sortingKey,
    String primaryKey,
    List<StoredColumn> columns) {

  /** Engines that make one row of several with the same sorting key, sooner or later. */
  private static final Pattern MERGING =
      Pattern.compile("(Replacing|Collapsing|Summing|Aggregating|Coalescing).*MergeTree");

  private static final Pattern NAME = Pattern.compile("`[^`]+`|\\w+");

  /** Returns whether the engine may still make one row of several; then what it makes counts. */
  public boolean isMerging() {
    return MERGING.matcher(engine.replace("Versioned", "")).matches();
  }

  /** Names of the columns, in order. */
  public List<String> names() {
    return columns.stream().map(StoredColumn::name).toList();
  }

  /** Columns that hold states. */
  public List<StoredColumn> states() {
    return columns.stream().filter(StoredColumn::isState).toList();
  }

  /** The first type whose values devdata cannot read, if there is one. */
  Optional<String> unreadable() {
    return columns.stream()
        .filter(column -> !column.isState() && !ColumnTypes.isReadable(column.plainType()))
        .map(column -> column.name() + " " + column.type())
        .findFirst();
  }

  /** Columns of the sorting key, without those in expressions. */
  public List<String> sortedBy() {
    return plain(sortingKey).orElse(List.of());
  }

  /**
   * Columns whose values no two rows share, of an engine that leaves one row for each key; empty
   * where there is no such key.
   */
  public Optional<List<String>> key() {
    Optional<List<String>> sorted = plain(sortingKey);
    if (!isMerging() || sorted.isEmpty()) {
      return Optional.empty();
    }
    // Rows of different partitions are never merged, whatever their key.
    Stream<String> partitioned = names().stream().filter(this::isInPartitionKey);
    return Optional.of(Stream.concat(sorted.get().stream(), partitioned).distinct().toList());
  }

  private boolean isInPartitionKey(String column) {
    return Pattern.compile("\\b" + Pattern.quote(column) + "\\b").matcher(partitionKey).find();
  }

  /** The columns of a key; empty when it has an expression. */
  private Optional<List<String>> plain(String key) {
    List<String> found = new ArrayList<>();
    for (String part : key.isEmpty() ? new String[0] : key.split(",")) {
      String name = part.strip();
      if (!NAME.matcher(name).matches()) {
        return Optional.empty();
      }
      found.add(name.replace("`", ""));
    }
    return Optional.of(found);
  }
}
