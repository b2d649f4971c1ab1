package org.openedx.devdata.service.aspects;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * The rows that loads have made. Other rows may be beside them, of other loads or of the site
 * itself: statements are found by their courses, exports by the ids that their loads give. Where an
 * older manifest does not name these, rows of courses are found by the course, and of the others
 * there must be as many at least.
 *
 * @param rows how many, by table
 * @param courses keys of the courses of these loads; empty when nothing says them
 * @param dumpIds how the ids of exports of these loads begin; empty when not all of them say so
 */
public record ExpectedRows(Map<String, Long> rows, Set<String> courses, Set<String> dumpIds) {

  /** No load is asked for. */
  public static final ExpectedRows NONE = new ExpectedRows(Map.of(), Set.of(), Set.of());

  public ExpectedRows {
    rows = Map.copyOf(rows);
    courses = Set.copyOf(courses);
    dumpIds = Set.copyOf(dumpIds);
  }

  /**
   * A condition for the rows of a table that are of these loads; nothing when none selects them.
   */
  Optional<String> condition(AspectsTable table) {
    if (!dumpIds.isEmpty() && table.columnNames().contains("dump_id")) {
      return Optional.of(
          dumpIds.stream()
              .sorted()
              .map(start -> "startsWith(toString(dump_id), %s)".formatted(TableName.literal(start)))
              .collect(Collectors.joining(" OR ")));
    }
    if (courses.isEmpty()) {
      return Optional.empty();
    }
    if (table.equals(AspectsTables.STATEMENTS)) {
      return Optional.of(AspectsCheck.COURSE_KEY + " IN " + keys(true));
    }
    if (table.columnNames().contains("course_key")) {
      return Optional.of("course_key IN " + keys(false));
    }
    return table.equals(AspectsTables.OBJECT_TAG)
        ? Optional.of(
            "extract(object_id, '(?:course-v1|ccx-v1|block-v1):([^\"/@?]+?)(?:\\\\+type@|$)') IN "
                + keys(true))
        : Optional.empty();
  }

  private String keys(boolean withoutScheme) {
    return courses.stream()
        .sorted()
        .map(key -> withoutScheme ? key.substring(key.indexOf(':') + 1) : key)
        .map(TableName::literal)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
