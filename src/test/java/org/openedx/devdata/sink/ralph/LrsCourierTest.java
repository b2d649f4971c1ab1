package org.openedx.devdata.sink.ralph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryTotals;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.LrsFault;

/** Batches on their way to a store: requests, duplicates, tries, and what is kept for later. */
class LrsCourierTest extends LrsDeliveries {

  private List<String> ids() {
    return lrs.statements().stream().map(statement -> statement.get("id").asText()).toList();
  }

  @Test
  void statementsArriveAsTheyWereWritten() throws InterruptedException {
    DeliveryTotals totals = deliver(LrsBatches.batch("a", 1, 3));

    assertThat(totals.rows()).isEqualTo(2);
    assertThat(totals.bytes()).isGreaterThan(2 * 250);
    assertThat(ids()).containsExactly(LrsBatches.id(1), LrsBatches.id(2));
    JsonNode second = lrs.statements().get(1);
    assertThat(second.at("/actor/account/name").asText()).isEqualTo("Zoë 2");
    assertThat(second.at("/object/id").asText()).isEqualTo("https://lms.example.org/course/2");
  }

  @Test
  void batchIsPostedInRequestsOfTheSizeThatWasAskedFor() throws InterruptedException {
    deliver(LrsBatches.batch("a", 0, 250));

    assertThat(lrs.posts()).isEqualTo(3);
    assertThat(lrs.largestPost()).isEqualTo(100);
    assertThat(lrs.statements()).hasSize(250);
  }

  @Test
  void severalRequestsAreUnderWayAtOnce() throws InterruptedException {
    lrs.waitingFor(4); // Would wait for ever if they came one after the other.
    deliver(
        LrsBatches.batch("a", 0, 10),
        LrsBatches.batch("b", 10, 20),
        LrsBatches.batch("c", 20, 30),
        LrsBatches.batch("d", 30, 40));

    assertThat(lrs.mostAtOnce()).isEqualTo(4);
    assertThat(lrs.statements()).hasSize(40);
  }

  @Test
  void equalDuplicatesAreDelivered() throws InterruptedException {
    deliver(LrsBatches.batch("a", 0, 10));
    DeliveryTotals all = deliver(LrsBatches.batch("a", 0, 10));
    DeliveryTotals some = deliver(LrsBatches.batch("b", 5, 15));

    assertThat(all.rows()).isEqualTo(10);
    assertThat(some.rows()).isEqualTo(10);
    assertThat(lrs.statements()).hasSize(15);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CANNOT_WRITE",
        "WRITES_HALF",
        "BAD_GATEWAY",
        "UNAVAILABLE",
        "GATEWAY_TIMEOUT",
        "TOO_MANY_REQUESTS",
        "BREAKS_BEFORE",
        "BREAKS_AFTER",
        "HANGS"
      })
  void whatPassesIsTriedAgainAndStoredOnce(LrsFault fault) throws InterruptedException {
    lrs.fail(fault, fault);
    DeliveryTotals totals = deliver(LrsBatches.batch("a", 0, 10));

    assertThat(totals.retries()).isEqualTo(2);
    assertThat(totals.isComplete()).isTrue();
    assertThat(lrs.statements()).hasSize(10);
    assertThat(List.copyOf(pauses)).hasSize(2).isSorted();
    assertThat(warnings).hasSize(2).allMatch(line -> line.startsWith("batch a-xapi-0: try "));
  }

  @Test
  void onlyWhatHasNotArrivedIsPostedAgain() throws InterruptedException {
    lrs.fail(LrsFault.NONE, LrsFault.UNAVAILABLE);
    deliver(LrsBatches.batch("a", 0, 250));

    assertThat(lrs.posts()).isEqualTo(4);
    assertThat(lrs.statements()).hasSize(250);
  }

  @Test
  void batchThatIsNotTakenIsKeptAndCanBeSentLater() throws Exception {
    lrs.fail(DeliveryPolicy.DEFAULT.attempts(), LrsFault.UNAVAILABLE);
    DeliveryTotals totals = deliver(LrsBatches.batch("a", 0, 10));

    assertThat(totals.failedRows()).isEqualTo(10);
    assertThat(lrs.statements()).isEmpty();
    assertThat(failed.list()).hasSize(1);

    assertThat(deliver(failed.list().get(0)).rows()).isEqualTo(10);
    assertThat(ids()).hasSize(10).contains(LrsBatches.id(9));
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void storeThatIsNotThereIsTriedAgain() throws Exception {
    URI nobody = lrs.url();
    lrs.close();
    DeliveryTotals totals =
        deliver(courier(nobody, LrsDouble.PASSWORD), LrsBatches.batch("a", 0, 10));

    assertThat(totals.retries()).isEqualTo(DeliveryPolicy.DEFAULT.attempts() - 1);
    assertThat(failed.list()).hasSize(1);
    assertThat(warnings.peek()).contains("LRS " + nobody + " (user ralph) cannot be reached");
  }

  @Test
  void requestThatIsTooLargeIsHalvedAndSoAreThoseAfterIt() throws InterruptedException {
    lrs.atMostBytes(30 * 300);
    deliver(courier(), LrsBatches.batch("a", 0, 200));

    assertThat(lrs.statements()).hasSize(200);
    assertThat(lrs.largestPost()).isEqualTo(25);
    assertThat(lrs.posts()).isEqualTo(8);
  }

  @Test
  void aStoreThatIsIllIsToldWithWhereToLook() throws InterruptedException {
    lrs.fail(LrsFault.CANNOT_WRITE);
    deliver(LrsBatches.batch("a", 0, 10));
    assertThat(warnings.peek())
        .endsWith(
            "answered 500: Statements bulk indexation failed; see its log, or that of a proxy"
                + " before it");
  }
}
