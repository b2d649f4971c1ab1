package org.openedx.devdata.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.DeliveryTotals;
import org.openedx.devdata.testing.FaultyProxy.Fault;
import org.openedx.devdata.world.dump.DumpTable;

/** Batches that arrive in ClickHouse, at once or after passing faults. */
@Tag("clickhouse")
class ClickHouseDeliveryTest extends ClickHouseDeliveries {

  @Test
  void everyBatchArrivesOnce() throws InterruptedException {
    try (DeliveryQueue queue = queue(3)) {
      for (int i = 0; i < 20; i++) {
        queue.submit(SampleStatements.batch("b" + i, i * 100, i * 100 + 100), Deaf.OUTCOME);
      }
      DeliveryTotals totals = queue.finish();
      assertThat(totals.batches()).isEqualTo(20);
      assertThat(totals.rows()).isEqualTo(2000);
      assertThat(totals.bytes()).isGreaterThan(2000 * 1000);
      assertThat(totals.isComplete()).isTrue();
    }
    assertThat(rows()).isEqualTo("2000\t2000\n");
    assertThat(warnings).isEmpty();
  }

  @Test
  void statementArrivesAsItWasWritten() throws InterruptedException {
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(SampleStatements.batch("one", 7, 8), Deaf.OUTCOME);
      queue.finish();
    }
    assertThat(
            engine.run(
                "SELECT toString(event_id) = JSONExtractString(event, 'id'), emission_time FROM %s"
                    .formatted(TABLE.quoted())))
        .isEqualTo("1\t2026-01-01 00:00:01.750000\n");
  }

  @Test
  void passingFaultsAreTriedAgain() throws InterruptedException {
    proxy.fail(Fault.UNAVAILABLE, Fault.TOO_MANY_PARTS, Fault.BREAK_BEFORE);
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(SampleStatements.batch("b", 0, 100), Deaf.OUTCOME);
      DeliveryTotals totals = queue.finish();
      assertThat(totals.retries()).isEqualTo(3);
      assertThat(totals.isComplete()).isTrue();
    }
    assertThat(rows()).isEqualTo("100\t100\n");
    assertThat(java.util.List.copyOf(pauses)).hasSize(3).isSorted();
    assertThat(warnings).hasSize(3).allMatch(line -> line.startsWith("batch b-xapi-0: try "));
  }

  @Test
  void batchWhoseAnswerWasLostIsCountedOnce() throws InterruptedException {
    proxy.fail(Fault.BREAK_AFTER);
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(SampleStatements.batch("b", 0, 100), Deaf.OUTCOME);
      assertThat(queue.finish().rows()).isEqualTo(100);
    }
    assertThat(proxy.requests()).isEqualTo(2);
    assertThat(rows()).isEqualTo("100\t100\n");
  }

  @Test
  void submitWaitsForAFreeInsert() throws Exception {
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger written = new AtomicInteger();
    try (DeliveryQueue queue = queue(2)) {
      Thread producer =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 5; i++) {
                    queue.submit(waiting("b" + i, started, go, written), Deaf.OUTCOME);
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      producer.start();
      assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(written).hasValue(2);
      assertThat(producer.isAlive()).isTrue();
      go.countDown();
      producer.join();
      assertThat(queue.finish().batches()).isEqualTo(5);
    }
  }

  private static Batch waiting(
      String token, CountDownLatch started, CountDownLatch go, AtomicInteger written) {
    Batch batch = SampleStatements.batch(token, 0, 1);
    return new Batch(
        token,
        DumpTable.XAPI,
        0,
        1,
        out -> {
          written.incrementAndGet();
          started.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          batch.body().writeTo(out);
        });
  }

  @Test
  void rowsOfManyMonthsArriveTogether() throws Exception {
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(monthsOfTwelveYears(), Deaf.OUTCOME);
      assertThat(queue.finish().isComplete()).isTrue();
    }
    assertThat(rows()).isEqualTo("150\t150\n");
  }
}
