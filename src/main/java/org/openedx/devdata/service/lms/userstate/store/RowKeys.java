package org.openedx.devdata.service.lms.userstate.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * Keys of the blocks of rows; those that do not name their run get it from the row's course.
 * Remembers the last ones, as rows of one block are many. Not thread-safe.
 */
public final class RowKeys {

  private static final int REMEMBERED = 10_000;

  private final Map<String, UsageKey> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UsageKey> eldest) {
          return size() > REMEMBERED;
        }
      };

  public UsageKey of(StoredState row) {
    return known.computeIfAbsent(
        row.moduleId() + "\0" + row.courseId(), any -> parse(row.moduleId(), row.courseId()));
  }

  private static UsageKey parse(String moduleId, String courseId) {
    UsageKey key = UsageKey.parse(moduleId);
    return key.lacksRun() ? key.mapIntoCourse(CourseKey.parse(courseId)) : key;
  }
}
