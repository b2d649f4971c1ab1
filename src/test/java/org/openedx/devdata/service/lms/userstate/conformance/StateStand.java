package org.openedx.devdata.service.lms.userstate.conformance;

import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.UserStateClient;

/**
 * A store under test: its client, and besides it a way to make users, to put rows there that the
 * client alone cannot make, and to look at what is really stored.
 */
public interface StateStand extends AutoCloseable {

  /** The client under test; always the same one. */
  UserStateClient client();

  /** The time as the store's saves see it. Each call is later than the one before. */
  Instant time();

  void addUser(String username);

  /** Saves a score the way the platform's grading does; makes a row with state NULL if absent. */
  void saveScore(String username, UsageKey block, Double grade, Double maxGrade);

  /** A row as it is stored, or empty. */
  Optional<Stored> stored(String username, UsageKey block);

  /**
   * Columns of a learner state row.
   *
   * @param state JSON text, null for NULL
   * @param grade points earned, or null
   * @param maxGrade points possible, or null
   * @param done {@code na} as a rule
   * @param moduleType block type
   * @param moduleId usage key
   * @param courseId key of the course or library
   */
  record Stored(
      String state,
      Double grade,
      Double maxGrade,
      String done,
      String moduleType,
      String moduleId,
      String courseId) {}

  @Override
  void close();
}
