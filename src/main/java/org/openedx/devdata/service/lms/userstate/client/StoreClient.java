package org.openedx.devdata.service.lms.userstate.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openedx.devdata.opaquekeys.LearningContextKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.StateVersion;
import org.openedx.devdata.service.lms.userstate.UserState;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.store.StateStore;

/** The client over a store of rows: refuses other scopes, and reads and writes. Not thread-safe. */
public final class StoreClient implements UserStateClient {

  private final StateStore store;
  private final StateReads reads;
  private final StateWrites writes;

  public StoreClient(StateStore store) {
    this.store = store;
    this.reads = new StateReads(store);
    this.writes = new StateWrites(store);
  }

  private static void check(Scope scope) {
    if (scope != Scope.USER_STATE) {
      throw new UserStateException.UnsupportedScope(scope);
    }
  }

  @Override
  public Stream<UserState> getMany(
      String username, Collection<UsageKey> blocks, Fields fields, Scope scope) {
    check(scope);
    return reads.getMany(username, blocks, fields);
  }

  @Override
  public Stream<UserState> iterAllForBlock(UsageKey block, Scope scope) {
    check(scope);
    return reads.iterAllForBlock(block);
  }

  @Override
  public Stream<UserState> iterAllForCourse(
      LearningContextKey course, Optional<String> blockType, Scope scope) {
    check(scope);
    return reads.iterAllForCourse(course, blockType);
  }

  @Override
  public Stream<StateVersion> getHistory(String username, UsageKey block, Scope scope) {
    check(scope);
    return reads.getHistory(username, block);
  }

  @Override
  public void setMany(String username, Map<UsageKey, ObjectNode> states, Scope scope) {
    List<StateChange> changes = new ArrayList<>();
    states.forEach((block, state) -> changes.add(new StateChange(username, block, state)));
    setAll(changes, scope);
  }

  @Override
  public void setAll(List<StateChange> changes, Scope scope) {
    check(scope);
    writes.setAll(changes);
  }

  @Override
  public void setTogether(Iterable<List<StateChange>> parts, Scope scope) {
    check(scope);
    writes.setTogether(parts);
  }

  @Override
  public Set<String> absent(Collection<String> usernames) {
    Set<String> absent = new LinkedHashSet<>(usernames);
    absent.removeAll(store.users(absent).keySet());
    absent.remove(ANONYMOUS);
    return absent;
  }

  @Override
  public void deleteMany(String username, Collection<UsageKey> blocks, Fields fields, Scope scope) {
    check(scope);
    writes.deleteMany(username, blocks, fields);
  }

  @Override
  public void close() {
    store.close();
  }
}
