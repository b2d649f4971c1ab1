package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * The rules of writing learner state: users, what may be stored, overlay, deletion. Checks
 * everything before the store is asked to save. Not thread-safe.
 */
final class StateWrites {

  private final StateStore store;
  private final UserStateListener listener;
  private final InstantSource clock;

  StateWrites(StateStore store, UserStateListener listener, InstantSource clock) {
    this.store = store;
    this.listener = listener;
    this.clock = clock;
  }

  void setAll(List<StateChange> changes) {
    CallMeter meter = CallMeter.start("set_many", listener, clock);
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
      meter.add("blocks_requested", places.get(i).moduleType(), 1);
      if (meter.isOn()) {
        meter.add("size", places.get(i).moduleType(), StateJson.write(change.state()).length());
      }
    }
    save(edits, meter);
  }

  void setTogether(Iterable<List<StateChange>> parts) {
    store.together(
        () -> {
          parts.forEach(this::setAll);
          return parts;
        });
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
    CallMeter meter = CallMeter.start("delete_many", listener, clock);
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
    places.forEach(place -> meter.add("blocks_requested", place.moduleType(), 1));
    save(edits, meter);
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

  private void save(List<Edit> edits, CallMeter meter) {
    List<Saved> saved = edits.isEmpty() ? List.of() : store.save(edits);
    for (int i = 0; i < saved.size(); i++) {
      String type = edits.get(i).place().moduleType();
      switch (saved.get(i)) {
        case CREATED -> meter.add("blocks_created", type, 1);
        case UPDATED -> meter.add("blocks_updated", type, 1);
        case ABSENT -> {}
      }
    }
    meter.end();
  }
}
