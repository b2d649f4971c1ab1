package org.openedx.devdata.service.lms.userstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.opaquekeys.UsageKey;

class MicrometerListenerTest {

  private static final UsageKey PROBLEM = UserStateConformance.B0;
  private static final UsageKey VIDEO = UserStateConformance.VIDEO;

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private UserStateClient client;

  @BeforeEach
  void open() {
    TickingClock clock = new TickingClock();
    MemoryStore store = new MemoryStore(clock);
    store.addUser("u0");
    client = new StoreClient(store, new MicrometerListener(registry), clock);
  }

  private double count(String name) {
    return registry.get("xb_user_state." + name).counter().count();
  }

  @Test
  void countsWhatIsAskedForAndWhatIsGiven() {
    client.set("u0", PROBLEM, UserStateConformance.json("{'a': 1}"));

    client.getMany("u0", List.of(PROBLEM, VIDEO)).forEach(entry -> {});

    assertThat(count("get_many.calls")).isEqualTo(1);
    assertThat(count("get_many.blocks_requested")).isEqualTo(2);
    assertThat(count("get_many.video.blocks_requested")).isEqualTo(1);
    assertThat(count("get_many.blocks_out")).isEqualTo(1);
    assertThat(count("get_many.problem.blocks_out")).isEqualTo(1);
    assertThat(count("get_many.problem.size")).isEqualTo("{\"a\": 1}".length());
    assertThat(registry.get("xb_user_state.get_many.duration").timer().count()).isEqualTo(1);
  }

  @Test
  void countsWhatIsCreatedAndWhatIsUpdated() {
    client.set("u0", PROBLEM, UserStateConformance.json("{'a': 1}"));
    client.setMany(
        "u0",
        Map.of(
            PROBLEM,
            UserStateConformance.json("{'a': 2}"),
            VIDEO,
            UserStateConformance.json("{'a': 1}")));

    assertThat(count("set_many.calls")).isEqualTo(2);
    assertThat(count("set_many.blocks_created")).isEqualTo(2);
    assertThat(count("set_many.video.blocks_created")).isEqualTo(1);
    assertThat(count("set_many.problem.blocks_updated")).isEqualTo(1);
    assertThat(count("set_many.size")).isEqualTo(3.0 * "{\"a\": 1}".length());
  }
}
