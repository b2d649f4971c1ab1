package org.openedx.devdata.keep.diff;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.XxHash64;

/**
 * Tables whose order only the server knows: rows are compared by hashes of their keys, as many at a
 * time as memory holds. Rows without a key are compared as a bag. Rows to be shown are read again.
 * For one table.
 */
public final class HashedRows {

  /** Rows whose hashes are in memory at a time: some 100 bytes each, a fifth of it at most. */
  private static final long ROWS =
      Math.max(400_000, Math.min(4_000_000, Runtime.getRuntime().maxMemory() / 512));

  /** Opens the rows of a side. */
  public interface Source {
    RowLines open() throws SQLException, IOException;
  }

  private final Source before;
  private final Source after;
  private final SharedColumns columns;
  private final int[] beforeKey;
  private final int[] afterKey;
  private final boolean keyed;
  private final OutputBytes bytes = new OutputBytes(1 << 12);

  /**
   * @param beforeKey indexes of the key's columns in a line before; of all that are compared where
   *     there is no key
   * @param afterKey the same in a line after
   * @param keyed whether a key belongs to one row only
   */
  public HashedRows(
      Source before,
      Source after,
      SharedColumns columns,
      int[] beforeKey,
      int[] afterKey,
      boolean keyed) {
    this.before = before;
    this.after = after;
    this.columns = columns;
    this.beforeKey = beforeKey;
    this.afterKey = afterKey;
    this.keyed = keyed;
  }

  /**
   * A row of the side before, or several that are alike.
   *
   * @param content hash of its values
   * @param count number of such rows before, less those after
   */
  private record Entry(long content, int count) {}

  /**
   * Compares.
   *
   * @param rows number of rows of the larger side
   */
  public void compare(long rows, ChangedRows found) throws SQLException, IOException {
    long portions = rows / ROWS + 1;
    for (long portion = 0; portion < portions; portion++) {
      Map<Long, Entry> entries = new HashMap<>();
      try (RowLines lines = before.open()) {
        while (lines.next()) {
          long key = hash(lines, beforeKey);
          if (Long.remainderUnsigned(key, portions) == portion) {
            Entry one = new Entry(keyed ? hash(lines, columns.before()) : 0, 1);
            entries.merge(key, one, (a, b) -> new Entry(a.content(), a.count() + b.count()));
          }
        }
      }
      Map<Long, Integer> differing = differing(entries, portions, portion, found);
      show(differing, found);
    }
  }

  /** Number of rows to be shown by key: more than 0 of the side before, less of the one after. */
  private Map<Long, Integer> differing(
      Map<Long, Entry> entries, long portions, long portion, ChangedRows found)
      throws SQLException, IOException {
    Map<Long, Integer> changed = new HashMap<>();
    try (RowLines lines = after.open()) {
      while (lines.next()) {
        long key = hash(lines, afterKey);
        if (Long.remainderUnsigned(key, portions) == portion) {
          Entry entry = entries.get(key);
          if (keyed && entry != null) {
            entries.remove(key);
            if (entry.content() != hash(lines, columns.after())) {
              found.count(Change.CHANGED);
              changed.put(key, 0);
            }
          } else {
            int count = entry == null ? 0 : entry.count();
            entries.put(key, new Entry(0, count - 1));
          }
        }
      }
    }
    entries.forEach(
        (key, entry) -> {
          for (int i = 0; i < Math.abs(entry.count()); i++) {
            found.count(entry.count() > 0 ? Change.REMOVED : Change.ADDED);
          }
          if (entry.count() != 0) {
            changed.put(key, entry.count());
          }
        });
    return changed;
  }

  private void show(Map<Long, Integer> differing, ChangedRows found)
      throws SQLException, IOException {
    if (differing.isEmpty() || found.room() == 0) {
      return;
    }
    Map<Long, byte[]> changed = new HashMap<>();
    long gone = differing.values().stream().filter(count -> count >= 0).count();
    try (RowLines lines = before.open()) {
      while (gone > 0 && found.room() > 0 && lines.next()) {
        long key = hash(lines, beforeKey);
        int count = differing.getOrDefault(key, -1);
        if (count > 0) {
          found.show(line(lines), null);
          differing.merge(key, -1, Integer::sum);
          differing.remove(key, 0);
        } else if (count == 0 && changed.size() < found.room()) {
          changed.put(key, line(lines));
        }
      }
    }
    try (RowLines lines = after.open()) {
      while (found.room() > 0 && lines.next()) {
        long key = hash(lines, afterKey);
        int count = differing.getOrDefault(key, 1);
        if (count < 0) {
          found.show(null, line(lines));
          differing.merge(key, 1, Integer::sum);
          differing.remove(key, 0);
        } else if (changed.containsKey(key)) {
          found.show(changed.remove(key), line(lines));
        }
      }
    }
  }

  private static byte[] line(RowLines lines) {
    return Arrays.copyOfRange(lines.array(), lines.from(), lines.to());
  }

  private long hash(RowLines lines, int[] fields) {
    bytes.clear();
    SharedColumns.append(lines, fields, bytes);
    return XxHash64.of(bytes.array(), 0, bytes.length());
  }
}
