package org.openedx.devdata.keep.diff.mysql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import org.openedx.devdata.keep.diff.Change;
import org.openedx.devdata.keep.diff.ChangedRows;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.diff.SharedColumns;
import org.openedx.devdata.keep.snapshot.mysql.LineReader;

/**
 * Tables whose primary key is one whole number: both sides are read once, in the order of the key.
 *
 * @param columns that are compared
 * @param beforeField index of the key in a line before
 * @param afterField index of the key in a line after
 * @param unsigned whether keys are never negative
 */
record WholeKeyMerge(SharedColumns columns, int beforeField, int afterField, boolean unsigned) {

  void compare(RowLines before, RowLines after, ChangedRows found)
      throws SQLException, IOException {
    boolean hasBefore = before.next();
    boolean hasAfter = after.next();
    while (hasBefore || hasAfter) {
      int order = !hasBefore ? 1 : !hasAfter ? -1 : order(before, after);
      if (order < 0) {
        report(Change.REMOVED, line(before, found), null, found);
      } else if (order > 0) {
        report(Change.ADDED, null, line(after, found), found);
      } else if (!columns.agree(before, after)) {
        report(Change.CHANGED, line(before, found), line(after, found), found);
      }
      if (order <= 0) {
        hasBefore = before.next();
      }
      if (order >= 0) {
        hasAfter = after.next();
      }
    }
  }

  private int order(RowLines before, RowLines after) {
    long one = LineReader.number(before.array(), before.from(), beforeField);
    long other = LineReader.number(after.array(), after.from(), afterField);
    return unsigned ? Long.compareUnsigned(one, other) : Long.compare(one, other);
  }

  private static byte[] line(RowLines lines, ChangedRows found) {
    return found.room() > 0 ? Arrays.copyOfRange(lines.array(), lines.from(), lines.to()) : null;
  }

  private static void report(Change change, byte[] before, byte[] after, ChangedRows found) {
    boolean room = found.room() > 0;
    found.count(change);
    if (room) {
      found.show(before, after);
    }
  }
}
