package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.List;

/**
 * A saved table.
 *
 * @param shape what it was like
 * @param partitions fingerprints of its partitions
 * @param bytes packed bytes
 * @param file the part's file that holds its rows; empty where there are none
 */
public record SavedTable(TableShape shape, List<PartitionSum> partitions, long bytes, String file) {

  /** Number of rows. */
  public long rows() {
    return PartitionSum.rows(partitions);
  }
}
