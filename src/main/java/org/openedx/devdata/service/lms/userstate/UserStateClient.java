package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openedx.devdata.opaquekeys.LearningContextKey;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * Reads and writes the state that learners have in blocks, with the semantics of the platform's
 * XBlock user state client.
 *
 * <p>Users are named; the empty name is the anonymous user, who has nothing and for whom nothing is
 * written. Reading for a user who is not there finds nothing; setting fails with {@link
 * UserStateException.NoSuchUser}. Keys lose branch and version. A block whose key does not name the
 * run of its course must be mapped into the course ({@link UsageKey#mapIntoCourse}), except for
 * {@link #iterAllForBlock}. State that was never stored (NULL) and state of which everything was
 * deleted (the empty object) both read as no state.
 *
 * <p>Every method refuses a scope other than {@link Scope#USER_STATE} when it is called ({@link
 * UserStateException.UnsupportedScope}). Streams are lazy: they read while they are consumed, a
 * page at a time, throw what goes wrong then, can be consumed while the client writes, and need not
 * be closed. Not thread-safe.
 */
public interface UserStateClient extends AutoCloseable {

  /** The name that stands for a user without account. */
  String ANONYMOUS = "";

  /**
   * The state of one block.
   *
   * @throws UserStateException.DoesNotExist when there is none
   */
  default UserState get(String username, UsageKey block, Fields fields, Scope scope) {
    try (Stream<UserState> found = getMany(username, List.of(block), fields, scope)) {
      return found
          .findFirst()
          .orElseThrow(() -> new UserStateException.DoesNotExist("state", username, block));
    }
  }

  default UserState get(String username, UsageKey block) {
    return get(username, block, Fields.ALL, Scope.USER_STATE);
  }

  /**
   * The state of each block that has any, in no promised order.
   *
   * @param fields which fields the entries carry; a block with state but none of these gives an
   *     entry with an empty object
   */
  Stream<UserState> getMany(
      String username, Collection<UsageKey> blocks, Fields fields, Scope scope);

  default Stream<UserState> getMany(String username, Collection<UsageKey> blocks) {
    return getMany(username, blocks, Fields.ALL, Scope.USER_STATE);
  }

  /** As {@link #setMany}, for one block. */
  default void set(String username, UsageKey block, ObjectNode state, Scope scope) {
    setMany(username, Map.of(block, state), scope);
  }

  default void set(String username, UsageKey block, ObjectNode state) {
    set(username, block, state, Scope.USER_STATE);
  }

  /**
   * Lays fields over the stored ones: each replaces or adds, the others stay. A JSON null is a
   * value. Scores are not touched. All or nothing.
   *
   * @throws UserStateException.InvalidState when a state or key cannot be stored
   */
  void setMany(String username, Map<UsageKey, ObjectNode> states, Scope scope);

  default void setMany(String username, Map<UsageKey, ObjectNode> states) {
    setMany(username, states, Scope.USER_STATE);
  }

  /**
   * As {@link #setMany} for many users, in the order of the list; a block that is named twice is
   * modified twice. All or nothing.
   */
  void setAll(List<StateChange> changes, Scope scope);

  /**
   * As {@link #setAll} for more changes than memory holds: parts of them, one after the other. All
   * or nothing over all parts.
   *
   * @param parts is iterated again, from the beginning, when another writer was in the way
   */
  void setTogether(Iterable<List<StateChange>> parts, Scope scope);

  /** Those of the users who have no account, so that nothing can be set for them. */
  Set<String> absent(Collection<String> usernames);

  /** As {@link #deleteMany}, for one block. */
  default void delete(String username, UsageKey block, Fields fields, Scope scope) {
    deleteMany(username, List.of(block), fields, scope);
  }

  default void delete(String username, UsageKey block) {
    delete(username, block, Fields.ALL, Scope.USER_STATE);
  }

  /**
   * Removes fields. Blocks and fields that are not there are ignored, also for a user who is not.
   * All or nothing.
   *
   * @throws UserStateException.NeverStored when fields are named and a block has a row whose state
   *     was never stored
   */
  void deleteMany(String username, Collection<UsageKey> blocks, Fields fields, Scope scope);

  default void deleteMany(String username, Collection<UsageKey> blocks, Fields fields) {
    deleteMany(username, blocks, fields, Scope.USER_STATE);
  }

  /**
   * Every recorded version of a block's state, newest first; only blocks of type {@code problem}
   * have any. The stream throws {@link UserStateException.DoesNotExist} at its first step when
   * there is none.
   */
  Stream<StateVersion> getHistory(String username, UsageKey block, Scope scope);

  default Stream<StateVersion> getHistory(String username, UsageKey block) {
    return getHistory(username, block, Scope.USER_STATE);
  }

  /**
   * The state of every user in a block, in no promised order; of a key without run, in that block
   * of every run.
   */
  Stream<UserState> iterAllForBlock(UsageKey block, Scope scope);

  default Stream<UserState> iterAllForBlock(UsageKey block) {
    return iterAllForBlock(block, Scope.USER_STATE);
  }

  /**
   * The state of every user in every block of a course or library, in no promised order.
   *
   * @param blockType only blocks of this type; empty for all
   */
  Stream<UserState> iterAllForCourse(
      LearningContextKey course, Optional<String> blockType, Scope scope);

  default Stream<UserState> iterAllForCourse(LearningContextKey course) {
    return iterAllForCourse(course, Optional.empty(), Scope.USER_STATE);
  }

  @Override
  void close();
}
