package org.openedx.devdata.service.lms.userstate.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.TickingClock;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.conformance.StateStand;
import org.openedx.devdata.service.lms.userstate.conformance.UserStateConformance;

class MemoryStateTest extends UserStateConformance {

  @Override
  protected StateStand open() {
    TickingClock clock = new TickingClock();
    MemoryStore store = new MemoryStore(clock);
    UserStateClient client = new StoreClient(store);
    return new StateStand() {
      @Override
      public UserStateClient client() {
        return client;
      }

      @Override
      public Instant time() {
        return clock.instant();
      }

      @Override
      public void addUser(String username) {
        store.addUser(username);
      }

      @Override
      public void saveScore(String username, UsageKey block, Double grade, Double maxGrade) {
        store.saveScore(id(username), BlockPlace.of(block), grade, maxGrade);
      }

      @Override
      public Optional<Stored> stored(String username, UsageKey block) {
        MemoryRow row = store.row(id(username), BlockPlace.of(block));
        return Optional.ofNullable(row)
            .map(
                found ->
                    new Stored(
                        found.state(),
                        found.grade(),
                        found.maxGrade(),
                        found.done(),
                        found.place().moduleType(),
                        found.place().moduleId(),
                        found.place().courseId()));
      }

      private long id(String username) {
        return store.users(List.of(username)).get(username);
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }
}
