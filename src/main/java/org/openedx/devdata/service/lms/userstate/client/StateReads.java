package org.openedx.devdata.service.lms.userstate.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateVersion;
import org.openedx.devdata.service.lms.userstate.UserState;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.service.lms.userstate.store.Pages;
import org.openedx.devdata.service.lms.userstate.store.RowKeys;
import org.openedx.devdata.service.lms.userstate.store.StateStore;
import org.openedx.devdata.service.lms.userstate.store.StoredState;
import org.openedx.devdata.service.lms.userstate.store.StoredVersion;

/**
 * The rules of reading learner state: keys, what counts as empty, fields, versions. Streams read as
 * they are consumed. Not thread-safe.
 */
final class StateReads {

  /** As the platform asks for blocks. */
  private static final int BLOCKS_PER_QUERY = 500;

  private final StateStore store;

  StateReads(StateStore store) {
    this.store = store;
  }

  Stream<UserState> getMany(String username, Collection<UsageKey> blocks, Fields fields) {
    Map<String, List<BlockPlace>> byCourse = new LinkedHashMap<>();
    for (UsageKey block : blocks) {
      BlockPlace place = BlockPlace.of(block);
      byCourse.computeIfAbsent(place.courseId(), any -> new ArrayList<>()).add(place);
    }
    List<List<BlockPlace>> queries = new ArrayList<>();
    byCourse.values().forEach(places -> split(places.stream().distinct().toList(), queries));
    return entries(
        () -> {
          Long user = store.users(List.of(username)).get(username);
          Iterator<List<BlockPlace>> left =
              user == null ? List.<List<BlockPlace>>of().iterator() : queries.iterator();
          return new Pages<>() {
            @Override
            protected List<StoredState> nextPage() {
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

  Stream<UserState> iterAllForBlock(UsageKey block) {
    String moduleId = block.withoutBranchAndVersion().text();
    return entries(() -> store.ofBlock(moduleId), StoredState::username, Fields.ALL);
  }

  Stream<UserState> iterAllForCourse(LearningContextKey course, Optional<String> blockType) {
    String courseId = BlockPlace.contextText(course);
    return entries(() -> store.ofCourse(courseId, blockType), StoredState::username, Fields.ALL);
  }

  private interface NameOf {
    String of(StoredState row);
  }

  /** Entries of rows: those without state are left out, and only then are fields chosen. */
  private Stream<UserState> entries(
      Supplier<Iterator<StoredState>> reader, NameOf name, Fields fields) {
    RowKeys keys = new RowKeys();
    Supplier<Iterator<UserState>> items =
        () -> {
          Iterator<StoredState> rows = reader.get();
          return new Pages<>() {
            @Override
            protected List<UserState> nextPage() {
              if (!rows.hasNext()) {
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

  Stream<StateVersion> getHistory(String username, UsageKey block) {
    BlockPlace place = BlockPlace.of(block);
    UsageKey key = block.withoutBranchAndVersion();
    return Pages.stream(() -> versions(username, place, key));
  }

  private Iterator<StateVersion> versions(String username, BlockPlace place, UsageKey key) {
    Long user = store.users(List.of(username)).get(username);
    Iterator<StoredVersion> stored =
        user == null ? List.<StoredVersion>of().iterator() : store.versions(user, place);
    if (!stored.hasNext()) {
      throw new UserStateException.DoesNotExist("recorded version", username, key);
    }
    return new Pages<>() {
      @Override
      protected List<StateVersion> nextPage() {
        if (!stored.hasNext()) {
          return null;
        }
        StoredVersion version = stored.next();
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
}
