package org.openedx.devdata.keep.diff.clickhouse;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.snapshot.clickhouse.PartitionSum;
import org.openedx.devdata.keep.snapshot.clickhouse.TableShape;

/** One of two states of databases that are compared. Not thread-safe. */
public interface SiteSide extends AutoCloseable {

  /** Its tables. */
  List<TableShape> shapes();

  /** Fingerprints of a table's partitions. */
  List<PartitionSum> sums(TableShape table);

  /** Rows of partitions of a table, in any order. */
  RowLines lines(TableShape table, Set<String> partitions) throws IOException;

  /**
   * Returns whether what was read of a table since its fingerprints is of one moment; otherwise
   * those that are asked for next are of a later one.
   */
  boolean isWhole(TableShape table);

  @Override
  void close();
}
