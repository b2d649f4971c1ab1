package org.openedx.devdata.keep.diff.clickhouse;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openedx.devdata.keep.diff.HashedRows;
import org.openedx.devdata.keep.diff.SharedColumns;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.TableComparison;
import org.openedx.devdata.keep.diff.TableDiff;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.clickhouse.PartitionSum;
import org.openedx.devdata.keep.snapshot.clickhouse.ShapeDifferences;
import org.openedx.devdata.keep.snapshot.clickhouse.TableShape;

/**
 * Comparison of two states of databases: fingerprints of all partitions first, then the rows of
 * those that differ. Memory does not grow with the number of rows. For one use.
 *
 * @param items which tables to look at
 * @param limit maximum number of rows of each table that are shown
 * @param done receives numbers of rows as they are compared
 */
public record SiteComparison(
    SiteSide before, SiteSide after, Predicate<String> items, int limit, LongConsumer done) {

  private static final int ATTEMPTS = 20;

  /** Compares. */
  public StoreDiff run() throws IOException {
    Map<String, TableShape> old =
        before.shapes().stream().collect(Collectors.toMap(TableShape::name, Function.identity()));
    List<TableDiff> tables = new ArrayList<>();
    int equal = 0;
    for (TableShape now : after.shapes()) {
      TableShape was = old.get(now.name());
      if (was != null && items.test(now.name())) {
        Optional<TableDiff> diff = compare(was, now);
        diff.ifPresent(tables::add);
        equal += diff.isEmpty() ? 1 : 0;
      }
    }
    return new StoreDiff(
        ShapeDifferences.of(before.shapes(), after.shapes(), items), equal, tables);
  }

  private Optional<TableDiff> compare(TableShape was, TableShape now) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<TableDiff> found = once(was, now);
      // Parts that have gone would be missed: where nothing is, none has.
      if (found.isEmpty() || before.isWhole(was) && after.isWhole(now)) {
        return found.filter(diff -> diff.total() > 0);
      }
    }
    throw new SnapshotException(
        "the parts of table %s are merged faster than they are read; compare when less is written to it"
            .formatted(now.name()));
  }

  private Optional<TableDiff> once(TableShape was, TableShape now) throws IOException {
    List<PartitionSum> old = before.sums(was);
    List<PartitionSum> live = after.sums(now);
    done.accept(PartitionSum.rows(live));
    Set<PartitionSum> differing = new HashSet<>(old);
    differing.addAll(live);
    // Fingerprints of tables with other columns say nothing.
    if (was.columns().equals(now.columns())) {
      differing.removeIf(sum -> old.contains(sum) && live.contains(sum));
    }
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    Set<String> partitions =
        differing.stream().map(PartitionSum::partition).collect(Collectors.toSet());
    long rows =
        Math.max(
            PartitionSum.rows(only(old, partitions)), PartitionSum.rows(only(live, partitions)));
    return Optional.of(compare(was, now, partitions, rows));
  }

  private static List<PartitionSum> only(List<PartitionSum> sums, Set<String> partitions) {
    return sums.stream().filter(sum -> partitions.contains(sum.partition())).toList();
  }

  private TableDiff compare(TableShape was, TableShape now, Set<String> partitions, long rows)
      throws IOException {
    SharedColumns columns = SharedColumns.of(was.names(), now.names());
    TableComparison found =
        new TableComparison(now.name(), new SiteTable(was), new SiteTable(now), limit);
    boolean keyed =
        was.key().isPresent()
            && was.key().equals(now.key())
            && columns.names().containsAll(was.key().get());
    HashedRows compared =
        new HashedRows(
            () -> before.lines(was, partitions),
            () -> after.lines(now, partitions),
            columns,
            keyed ? indexes(was) : columns.before(),
            keyed ? indexes(now) : columns.after(),
            keyed);
    try {
      compared.compare(rows, found);
    } catch (SQLException e) {
      throw new IllegalStateException(e); // ClickHouse fails in its own way.
    }
    return found.result();
  }

  private static int[] indexes(TableShape table) {
    return table.key().orElseThrow().stream().mapToInt(table.names()::indexOf).toArray();
  }
}
