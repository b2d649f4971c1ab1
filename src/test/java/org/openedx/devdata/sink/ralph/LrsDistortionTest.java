package org.openedx.devdata.sink.ralph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.testing.DistortingProxy;
import org.openedx.devdata.testing.Distortions;
import org.openedx.devdata.testing.Distortions.Named;
import org.openedx.devdata.testing.Sweep;
import org.openedx.devdata.testing.WireAnswer;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Every kind of wrong answer, over every kind of right one: whatever a store or a proxy before it
 * answers, what counts as delivered is stored, and nothing is waited for or held without end.
 */
class LrsDistortionTest {

  private static final int STATEMENTS = 10;
  private static final Duration TIMEOUT = Duration.ofMillis(700);

  /** What came of a delivery, and what was said of it or before. */
  private record Outcome(String name, boolean delivered, int stored, String said, long millis) {

    List<String> faults() {
      List<String> faults = new ArrayList<>();
      if (delivered && stored != STATEMENTS + 1) {
        faults.add("%s: believed, but %d are stored".formatted(name, stored));
      }
      if (millis > 6000) {
        faults.add("%s: %d ms".formatted(name, millis));
      }
      if (!delivered && !said.matches("LRS http://127\\.0\\.0\\.1:\\d+/.*")
          || said.contains("java.")) {
        faults.add("%s: %s".formatted(name, said));
      }
      return faults;
    }
  }

  /** For what must succeed, however busy the machine is. */
  private static LrsCourier patient(LrsDouble lrs) {
    return new LrsCourier(
        new LrsSettings(
            lrs.url(), LrsDouble.USER, LrsDouble.PASSWORD, TIMEOUT.multipliedBy(30), 100));
  }

  private static Outcome deliver(Named distortion, boolean partial, boolean twice)
      throws IOException, InterruptedException {
    try (LrsDouble lrs = new LrsDouble();
        DistortingProxy proxy = new DistortingProxy(lrs.url())) {
      if (partial) {
        lrs.storingWhatItCan();
      }
      LrsCourier courier =
          new LrsCourier(
              new LrsSettings(proxy.url(), LrsDouble.USER, LrsDouble.PASSWORD, TIMEOUT, 100));
      if (twice) {
        patient(lrs).delivery(LrsBatches.batch("a", 0, STATEMENTS)).attempt();
      }
      proxy.distort(distortion.distortion());
      long begin = System.nanoTime();
      boolean delivered = false;
      String said = "";
      try {
        courier.open(DumpTable.XAPI);
      } catch (DeliveryException e) {
        said = e.getMessage();
      }
      try {
        courier.delivery(LrsBatches.batch("a", 0, STATEMENTS + 1)).attempt();
        delivered = true;
      } catch (DeliveryException e) {
        said = e.getMessage();
      }
      long millis = (System.nanoTime() - begin) / 1_000_000;
      return new Outcome(distortion.name(), delivered, lrs.statements().size(), said, millis);
    }
  }

  private static List<Named> distortions(boolean twice) {
    List<Named> all = new ArrayList<>(Distortions.all());
    for (String list :
        List.of("[]", "[1, null]", "[\"x\"]", "{}", "null", "true", "\"ok\"", "[[]]", "[{}]")) {
      all.add(new Named("200 " + list, (r, truth) -> WireAnswer.of(200, "application/json", list)));
    }
    all.add(
        new Named(
            "half of the ids",
            (request, truth) -> {
              String text = request.text();
              int half = text.indexOf("{\"id\"", text.length() / 2);
              return WireAnswer.of(
                  200,
                  "application/json",
                  text.length() < 5
                      ? "[]"
                      : "[\"" + LrsBatches.id(0) + "\",\"" + LrsBatches.id(half % 3) + "\"]");
            }));
    if (!twice) { // Of a store that has kept some, it is a truth in Ralph's protocol.
      all.add(new Named("204 always", (r, truth) -> WireAnswer.of(204, Map.of(), new byte[0])));
    }
    return all;
  }

  @Test
  void whatCountsAsDeliveredIsStoredWhateverTheAnswer() throws Exception {
    for (boolean partial : List.of(false, true)) {
      for (boolean twice : List.of(false, true)) {
        List<Outcome> outcomes =
            Sweep.over(distortions(twice), (one, number) -> deliver(one, partial, twice));

        assertThat(outcomes.stream().flatMap(outcome -> outcome.faults().stream())).isEmpty();
        // The sweep is worth something: what is right is delivered, most of the rest is not.
        assertThat(outcomes).anyMatch(Outcome::delivered);
        assertThat(outcomes.stream().filter(Outcome::delivered).count())
            .isLessThan(outcomes.size() / 3);
      }
    }
  }
}
