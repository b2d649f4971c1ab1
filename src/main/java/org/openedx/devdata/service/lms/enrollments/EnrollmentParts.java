package org.openedx.devdata.service.lms.enrollments;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.FieldValues;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.plan.kind.RecordParts;
import org.openedx.devdata.plan.row.StoredRow;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.TimeExpression;

/** Saves of stored enrolments, and schedules that the start of no course explains. Stateless. */
record EnrollmentParts(Table history, Table schedules, Table overviews) implements RecordParts {

  private static final String DATE = "history_date";
  private static final String START = "start_date";
  private static final String COURSE = "course_id";

  @Override
  public void read(List<RecordDraft> drafts, Reader reader) {
    Map<Object, RecordDraft> byKey = new HashMap<>();
    drafts.forEach(draft -> byKey.put(draft.row().key(), draft));
    List<StoredRow> saves = new ArrayList<>(reader.find(history, "id", byKey.keySet()));
    saves.sort(Comparator.comparing(save -> (LocalDateTime) save.get(DATE)));
    Set<List<Object>> known = new HashSet<>();
    for (StoredRow save : saves) {
      // Two saves of one moment cannot be distinguished in a spec.
      if (known.add(List.of(save.get("id"), save.get(DATE)))) {
        byKey.get(save.get("id")).nest("history", save).say(DATE, time(save.get(DATE)));
      }
    }
    Set<Object> courses = new HashSet<>();
    drafts.forEach(draft -> courses.add(draft.row().get(COURSE)));
    Set<Object> begin = new HashSet<>();
    for (StoredRow overview : reader.find(overviews, "id", courses)) {
      if (overview.get("start") != null) {
        begin.add(Collation.fold(overview.key().toString()));
      }
    }
    for (StoredRow schedule : reader.find(schedules, "enrollment_id", byKey.keySet())) {
      RecordDraft draft = byKey.get(schedule.get("enrollment_id"));
      Object start = schedule.get(START);
      if (start != null && !begin.contains(Collation.fold(draft.row().get(COURSE).toString()))) {
        draft.say(START, time(start));
      }
    }
  }

  private static TimeExpression time(Object moment) {
    return FieldValues.time((LocalDateTime) moment);
  }
}
