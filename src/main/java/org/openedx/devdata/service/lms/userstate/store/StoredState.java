package org.openedx.devdata.service.lms.userstate.store;

import java.time.LocalDateTime;

/**
 * A learner state row as it is stored.
 *
 * @param id primary key
 * @param username the user's name; null where the reader did not ask for it
 * @param moduleId usage key
 * @param courseId key of the course or library
 * @param moduleType block type
 * @param state JSON text, or null
 * @param modified last save, UTC
 */
public record StoredState(
    long id,
    String username,
    String moduleId,
    String courseId,
    String moduleType,
    String state,
    LocalDateTime modified) {

  /** For messages. */
  @Override
  public String toString() {
    return "block '" + moduleId + "'" + (username == null ? "" : " of user '" + username + "'");
  }
}
