package org.openedx.devdata.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.DeliveryTotals;
import org.openedx.devdata.testing.FaultyProxy.Fault;

/** Batches that ClickHouse does not take: what is kept of them, and when a run ends. */
@Tag("clickhouse")
class ClickHouseRefusalTest extends ClickHouseDeliveries {

  @Test
  void batchThatIsNotDeliveredIsKeptAndCanBeSentLater() throws Exception {
    Fault[] always = new Fault[DeliveryPolicy.DEFAULT.attempts()];
    java.util.Arrays.fill(always, Fault.TOO_MANY_PARTS);
    proxy.fail(always);
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(SampleStatements.batch("lost", 0, 100), Deaf.OUTCOME);
      DeliveryTotals totals = queue.finish();
      assertThat(totals.isComplete()).isFalse();
      assertThat(totals.failedBatches()).isEqualTo(1);
      assertThat(totals.failedRows()).isEqualTo(100);
      assertThat(rows()).isEqualTo("0\t0\n");

      List<Batch> kept = failed.list();
      assertThat(kept).hasSize(1);
      queue.submit(kept.get(0), Deaf.OUTCOME);
      assertThat(queue.finish().rows()).isEqualTo(100);
    }
    assertThat(rows()).isEqualTo("100\t100\n");
    try (var files = Files.list(folder.resolve("failed"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("run.json");
    }
  }

  @Test
  void refusalIsNotTriedAgain() throws Exception {
    proxy.fail(Fault.WRONG_PASSWORD);
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(SampleStatements.batch("b", 0, 10), Deaf.OUTCOME);
      assertThat(queue.finish().failedRows()).isEqualTo(10);
    }
    assertThat(proxy.requests()).isEqualTo(1);
    assertThat(pauses).isEmpty();
    assertThat(failed.list()).hasSize(1);
  }

  @Test
  void afterManyRefusalsInARowTheRunIsGivenUp() throws Exception {
    Fault[] refusals = new Fault[DeliveryPolicy.DEFAULT.hopeless()];
    java.util.Arrays.fill(refusals, Fault.WRONG_PASSWORD);
    proxy.fail(refusals);
    try (DeliveryQueue queue = queue(1)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i <= refusals.length; i++) {
                  queue.submit(SampleStatements.batch("b" + i, 0, 10), Deaf.OUTCOME);
                }
              })
          .isInstanceOf(DeliveryException.class)
          .hasMessageContaining("gave up after 10 batches in a row")
          .hasMessageContaining("Authentication failed");
    }
    assertThat(proxy.requests()).isEqualTo(refusals.length);
    assertThat(failed.list()).hasSize(refusals.length);
  }

  @Test
  void batchThatCannotEvenBeKeptStopsTheRun() throws Exception {
    Files.writeString(folder.resolve("failed"), "a file where the folder should be");
    proxy.fail(Fault.WRONG_PASSWORD);
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(SampleStatements.batch("b", 0, 10), Deaf.OUTCOME);
      assertThatThrownBy(queue::finish)
          .hasMessageContaining("could neither be delivered")
          .hasMessageContaining("Authentication failed");
    }
  }

  @Test
  void moreMonthsThanAServerTakesAreTheBatchesOwnFault() throws Exception {
    try (DeliveryQueue queue = queue(1, Map.of("max_partitions_per_insert_block", "100"))) {
      queue.submit(monthsOfTwelveYears(), Deaf.OUTCOME);
      assertThat(queue.finish().failedRows()).isEqualTo(150);
    }
    assertThat(proxy.requests()).isEqualTo(1);
  }
}
