package org.openedx.devdata.service.lms.userstate.client;

import java.time.LocalDateTime;
import java.util.Map;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.Edit;
import org.openedx.devdata.service.lms.userstate.store.StoredState;

/** A learner state row of {@link MemoryStore}; see its table for the columns. */
record MemoryRow(
    long id,
    long user,
    BlockPlace place,
    String state,
    Double grade,
    Double maxGrade,
    String done,
    LocalDateTime created,
    LocalDateTime modified) {

  static MemoryRow created(long id, Edit edit, String state, LocalDateTime now) {
    return new MemoryRow(id, edit.user(), edit.place(), state, null, null, "na", now, now);
  }

  MemoryRow withState(String text, LocalDateTime now) {
    return new MemoryRow(id, user, place, text, grade, maxGrade, done, created, now);
  }

  MemoryRow withScore(Double earned, Double possible, LocalDateTime now) {
    return new MemoryRow(id, user, place, state, earned, possible, done, created, now);
  }

  StoredState stored(Map<Long, String> names) {
    return new StoredState(
        id,
        names.get(user),
        place.moduleId(),
        place.courseId(),
        place.moduleType(),
        state,
        modified);
  }
}
