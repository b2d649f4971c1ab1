package org.openedx.devdata.service.lms.userstate.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.Edit;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.StateCheck;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.service.lms.userstate.store.StateStore;

/**
 * The rules of writing learner state: users, what may be stored, overlay, deletion. Checks
 * everything before the store is asked to save. Not thread-safe.
 */
final class StateWrites {

  private final StateStore store;

  StateWrites(StateStore store) {
    this.store = store;
  }

  void setAll(List<StateChange> changes) {
    List<StateChange> persistent =
        changes.stream()
            .filter(change -> !change.username().equals(UserStateClient.ANONYMOUS))
            .toList();
    List<BlockPlace> places = new ArrayList<>();
    for (StateChange change : persistent) {
      StateCheck.check(change.state());
      places.add(BlockPlace.of(change.block()));
    }
    Map<String, Long> users =
        store.users(persistent.stream().map(StateChange::username).distinct().toList());
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < persistent.size(); i++) {
      StateChange change = persistent.get(i);
      Long user = users.get(change.username());
      if (user == null) {
        throw new UserStateException.NoSuchUser(change);
      }
      edits.add(new Edit(user, places.get(i), true, stored -> overlay(stored, change), change));
    }
    save(edits);
  }

  void setTogether(Iterable<List<StateChange>> parts) {
    store.together(() -> parts.forEach(this::setAll));
  }

  private static String overlay(String stored, StateChange change) {
    if (StateJson.isEmpty(stored)) {
      return StateJson.write(change.state());
    }
    ObjectNode merged;
    try {
      merged = StateJson.parseStored(stored, change.block());
    } catch (UserStateException.CorruptState e) {
      throw new UserStateException.CorruptState(e, change);
    }
    merged.setAll(change.state());
    return StateJson.write(merged);
  }

  void deleteMany(String username, Collection<UsageKey> blocks, Fields fields) {
    List<UsageKey> distinct =
        blocks.stream().map(UsageKey::withoutBranchAndVersion).distinct().toList();
    List<BlockPlace> places = distinct.stream().map(BlockPlace::of).toList();
    Long user = store.users(List.of(username)).get(username);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < places.size() && user != null; i++) {
      UsageKey block = distinct.get(i);
      edits.add(
          new Edit(
              user,
              places.get(i),
              false,
              stored -> without(stored, fields, username, block),
              null));
    }
    save(edits);
  }

  private static String without(String stored, Fields fields, String username, UsageKey block) {
    if (fields.all()) {
      return "{}";
    }
    if (stored == null) {
      throw new UserStateException.NeverStored(username, block);
    }
    ObjectNode state = StateJson.parseStored(stored, block);
    state.remove(fields.names());
    return StateJson.write(state);
  }

  private void save(List<Edit> edits) {
    if (!edits.isEmpty()) {
      store.save(edits);
    }
  }
}
