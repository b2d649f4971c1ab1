package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.TableStream;

/**
 * Difference between a table's rows and the saved ones.
 *
 * @param extent how much differs
 * @param removed keys of rows that must go, ascending
 * @param added keys of saved rows that are not there as they are, ascending
 * @param field index of the key in a line
 * @param unsigned whether keys are never negative, so that all 64 bits count
 */
record RowDifference(Extent extent, LongList removed, LongList added, int field, boolean unsigned) {

  /** Extent of a difference. */
  enum Extent {
    NOTHING,
    /** Some rows, and their keys are known. */
    SOME,
    /**
     * So many rows that writing all of them is faster, or nothing is known but that they differ.
     */
    ALL
  }

  /** Keys that are worth memory and statements of their own. */
  private static final int FEW = 10_000;

  private static final int MANY = 1_000_000;

  /**
   * Compares: row by row where a whole number is the key, else by the checksum of all rows.
   *
   * @param live the table as it is, with the saved columns
   * @param lines the saved rows
   */
  static RowDifference find(
      Connection connection, CatalogTable live, SavedTable saved, InputStream lines)
      throws SQLException, IOException {
    try (TableStream stream = TableStream.open(connection, live)) {
      if (saved.table().wholeKey().isEmpty()) {
        return same(stream, saved) ? of(Extent.NOTHING) : of(Extent.ALL);
      }
      String key = saved.table().primaryKey().get(0);
      List<String> columns = saved.table().stored().stream().map(CatalogColumn::name).toList();
      RowDifference difference =
          new RowDifference(
              Extent.SOME,
              new LongList(),
              new LongList(),
              columns.indexOf(key),
              saved.table().wholeKey().orElseThrow().isUnsigned());
      return difference.compare(stream, new LineReader(lines), saved.rows());
    }
  }

  /** Returns whether a table's rows have the saved checksum. */
  static boolean same(TableStream stream, SavedTable saved) throws SQLException {
    RowSum sum = new RowSum();
    RowBlock block = new RowBlock();
    while (block.fill(stream)) {
      block.addTo(sum);
    }
    return sum.total().equals(saved.sum());
  }

  private static RowDifference of(Extent extent) {
    return new RowDifference(extent, new LongList(), new LongList(), 0, false);
  }

  private RowDifference compare(TableStream stream, LineReader saved, long rows)
      throws SQLException, IOException {
    long limit = Math.min(MANY, Math.max(FEW, rows / 3));
    OutputBytes live = new OutputBytes(1 << 12);
    boolean hasLive = stream.next(live);
    boolean hasSaved = saved.next();
    while (hasLive || hasSaved) {
      long liveKey = hasLive ? LineReader.number(live.array(), 0, field) : 0;
      long savedKey = hasSaved ? LineReader.number(saved.array(), saved.from(), field) : 0;
      boolean onlyLive = !hasSaved || hasLive && isBefore(liveKey, savedKey);
      boolean onlySaved = !hasLive || hasSaved && isBefore(savedKey, liveKey);
      if (onlyLive || !onlySaved && !equal(live, saved)) {
        removed.add(liveKey);
      }
      if (onlySaved || !onlyLive && !equal(live, saved)) {
        added.add(savedKey);
      }
      if (removed.size() + added.size() > limit) {
        return of(Extent.ALL);
      }
      if (!onlySaved) {
        live.clear();
        hasLive = stream.next(live);
      }
      if (!onlyLive) {
        hasSaved = saved.next();
      }
    }
    return removed.size() + added.size() == 0 ? of(Extent.NOTHING) : this;
  }

  private boolean isBefore(long one, long other) {
    return (unsigned ? Long.compareUnsigned(one, other) : Long.compare(one, other)) < 0;
  }

  /** A key as SQL writes it. */
  String text(long key) {
    return unsigned ? Long.toUnsignedString(key) : Long.toString(key);
  }

  private static boolean equal(OutputBytes live, LineReader saved) {
    return Arrays.equals(live.array(), 0, live.length(), saved.array(), saved.from(), saved.to());
  }
}
