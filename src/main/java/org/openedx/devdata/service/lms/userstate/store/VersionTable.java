package org.openedx.devdata.service.lms.userstate.store;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.BulkInsert;
import org.openedx.devdata.jdbc.schema.BoundTable;

/**
 * One of the two history tables, in the database where it is. Not thread-safe.
 *
 * @param database its connection
 * @param table the table
 */
record VersionTable(MySqlDatabase database, BoundTable table) {

  private static final long VERSIONS_PER_PAGE = 500;

  /**
   * A version to write.
   *
   * @param module key of the learner state row
   * @param created its time of save
   * @param state JSON text or null
   * @param grade points earned or null
   * @param maxGrade points possible or null
   */
  record Version(long module, LocalDateTime created, String state, Double grade, Double maxGrade) {}

  private int column(String name) {
    return table.table().indexOf(name);
  }

  /** Adds versions in order; the column for its number stays NULL, as the platform leaves it. */
  void add(List<Version> versions) {
    int[] columns =
        Stream.of("student_module_id", "created", "state", "grade", "max_grade")
            .mapToInt(this::column)
            .toArray();
    List<Object[]> rows = new ArrayList<>(versions.size());
    for (Version version : versions) {
      rows.add(
          new Object[] {
            version.module(),
            version.created(),
            version.state(),
            version.grade(),
            version.maxGrade()
          });
    }
    BulkInsert.insert(database, table, columns, rows);
  }

  /** Versions of a learner state row, newest first. */
  Iterator<StoredVersion> newestFirst(long module) {
    String sql =
        "SELECT %s, %s, %s FROM %s WHERE %s = ? AND %s < ? ORDER BY %s DESC LIMIT ?"
            .formatted(
                table.sqlName(column("id")),
                table.sqlName(column("state")),
                table.sqlName(column("created")),
                table.sqlName(),
                table.sqlName(column("student_module_id")),
                table.sqlName(column("id")),
                table.sqlName(column("id")));
    return new Pages<>() {
      private long last = Long.MAX_VALUE;
      private boolean ended;

      @Override
      protected List<StoredVersion> nextPage() {
        if (ended) {
          return null;
        }
        long[] lowest = {last};
        List<StoredVersion> page =
            Query.list(
                database,
                sql,
                List.of(module, last, VERSIONS_PER_PAGE),
                row -> {
                  lowest[0] = row.getLong(1);
                  return new StoredVersion(row.getString(2), row.getObject(3, LocalDateTime.class));
                });
        last = lowest[0];
        ended = page.size() < VERSIONS_PER_PAGE;
        database.rollback();
        return page;
      }
    };
  }
}
