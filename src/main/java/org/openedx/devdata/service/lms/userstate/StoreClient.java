package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openedx.devdata.opaquekeys.LearningContextKey;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * The rules of learner state, over a store of rows: scope, users, keys, overlay, what is empty. Not
 * thread-safe.
 */
final class StoreClient implements UserStateClient {

  /** As the platform asks for blocks. */
  static final int BLOCKS_PER_QUERY = 500;

  private final StateStore store;
  private final UserStateListener listener;
  private final InstantSource clock;

  StoreClient(StateStore store, UserStateListener listener, InstantSource clock) {
    this.store = store;
    this.listener = listener;
    this.clock = clock;
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
    Map<String, List<BlockPlace>> byCourse = new LinkedHashMap<>();
    for (UsageKey block : blocks) {
      BlockPlace place = BlockPlace.of(block);
      byCourse.computeIfAbsent(place.courseId(), any -> new ArrayList<>()).add(place);
    }
    List<List<BlockPlace>> queries = new ArrayList<>();
    byCourse.values().forEach(places -> split(places.stream().distinct().toList(), queries));
    return entries(
        "get_many",
        meter -> {
          byCourse.values().stream()
              .flatMap(List::stream)
              .forEach(place -> meter.add("blocks_requested", place.moduleType(), 1));
          Long user = store.users(List.of(username)).get(username);
          Iterator<List<BlockPlace>> left =
              user == null ? List.<List<BlockPlace>>of().iterator() : queries.iterator();
          return new Pages<>() {
            @Override
            List<StoredState> nextPage() {
              return left.hasNext() ? store.find(user, left.next()) : null;
            }
          };
        },
        row -> username,
        fields);
  }

  private static void split(List<BlockPlace> places, List<List<BlockPlace>> queries) {
    for (int from = 0; from < places.size(); from += BLOCKS_PER_QUERY) {
      queries.add(places.subList(from, Math.min(from + BLOCKS_PER_QUERY, places.size())));
    }
  }

  @Override
  public Stream<UserState> iterAllForBlock(UsageKey block, Scope scope) {
    check(scope);
    String moduleId = block.withoutBranchAndVersion().text();
    return entries(
        "iter_all_for_block", meter -> store.ofBlock(moduleId), StoredState::username, Fields.ALL);
  }

  @Override
  public Stream<UserState> iterAllForCourse(
      LearningContextKey course, Optional<String> blockType, Scope scope) {
    check(scope);
    String courseId = BlockPlace.contextText(course);
    return entries(
        "iter_all_for_course",
        meter -> store.ofCourse(courseId, blockType),
        StoredState::username,
        Fields.ALL);
  }

  private interface Reader {
    Iterator<StoredState> read(CallMeter meter);
  }

  private interface NameOf {
    String of(StoredState row);
  }

  /** Entries of rows: those without state are left out, and only then are fields chosen. */
  private Stream<UserState> entries(String method, Reader reader, NameOf name, Fields fields) {
    RowKeys keys = new RowKeys();
    Supplier<Iterator<UserState>> items =
        () -> {
          CallMeter meter = CallMeter.start(method, listener, clock);
          Iterator<StoredState> rows = reader.read(meter);
          return new Pages<>() {
            @Override
            List<UserState> nextPage() {
              if (!rows.hasNext()) {
                meter.end();
                return null;
              }
              StoredState row = rows.next();
              if (StateJson.isEmpty(row.state())) {
                return List.of();
              }
              ObjectNode state = StateJson.parseStored(row.state(), row);
              if (state.isEmpty()) {
                return List.of();
              }
              meter.add("blocks_out", row.moduleType(), 1);
              meter.add("size", row.moduleType(), row.state().length());
              return List.of(
                  new UserState(
                      name.of(row),
                      keys.of(row),
                      fields.keep(state),
                      row.modified().toInstant(ZoneOffset.UTC),
                      Scope.USER_STATE));
            }
          };
        };
    return Pages.stream(items);
  }

  @Override
  public Stream<StateVersion> getHistory(String username, UsageKey block, Scope scope) {
    check(scope);
    BlockPlace place = BlockPlace.of(block);
    UsageKey key = block.withoutBranchAndVersion();
    return Pages.stream(() -> versions(username, place, key));
  }

  private Iterator<StateVersion> versions(String username, BlockPlace place, UsageKey key) {
    CallMeter meter = CallMeter.start("get_history", listener, clock);
    Long user = store.users(List.of(username)).get(username);
    Iterator<StoredVersion> stored =
        user == null ? List.<StoredVersion>of().iterator() : store.versions(user, place);
    if (!stored.hasNext()) {
      meter.end();
      throw new UserStateException.DoesNotExist("recorded version", username, key);
    }
    return new Pages<>() {
      @Override
      List<StateVersion> nextPage() {
        if (!stored.hasNext()) {
          meter.end();
          return null;
        }
        StoredVersion version = stored.next();
        meter.add("blocks_out", place.moduleType(), 1);
        return List.of(
            new StateVersion(
                username,
                key,
                Optional.ofNullable(version.state())
                    .map(text -> StateJson.parseStored(text, key))
                    .filter(state -> !state.isEmpty()),
                version.created().toInstant(ZoneOffset.UTC),
                Scope.USER_STATE));
      }
    };
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
    CallMeter meter = CallMeter.start("set_many", listener, clock);
    List<StateChange> persistent =
        changes.stream().filter(change -> !change.username().equals(ANONYMOUS)).toList();
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
        throw new UserStateException.NoSuchUser(change.username());
      }
      edits.add(new Edit(user, places.get(i), true, stored -> overlay(stored, change)));
      meter.add("blocks_requested", places.get(i).moduleType(), 1);
      if (meter.isOn()) {
        meter.add("size", places.get(i).moduleType(), StateJson.write(change.state()).length());
      }
    }
    save(edits, meter);
  }

  private static String overlay(String stored, StateChange change) {
    if (StateJson.isEmpty(stored)) {
      return StateJson.write(change.state());
    }
    ObjectNode merged = StateJson.parseStored(stored, change.block());
    merged.setAll(change.state());
    return StateJson.write(merged);
  }

  @Override
  public void deleteMany(String username, Collection<UsageKey> blocks, Fields fields, Scope scope) {
    check(scope);
    CallMeter meter = CallMeter.start("delete_many", listener, clock);
    List<UsageKey> distinct =
        blocks.stream().map(UsageKey::withoutBranchAndVersion).distinct().toList();
    List<BlockPlace> places = distinct.stream().map(BlockPlace::of).toList();
    Long user = store.users(List.of(username)).get(username);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < places.size() && user != null; i++) {
      UsageKey block = distinct.get(i);
      edits.add(
          new Edit(user, places.get(i), false, stored -> without(stored, fields, username, block)));
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

  @Override
  public void close() {
    store.close();
  }
}
