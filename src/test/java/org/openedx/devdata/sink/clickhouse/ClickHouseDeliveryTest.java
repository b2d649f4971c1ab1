package org.openedx.devdata.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.DeliveryTotals;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.FaultyProxy.Fault;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.world.dump.DumpTable;

/** Against a real engine, behind a proxy that fails as ordered. */
@Tag("clickhouse")
class ClickHouseDeliveryTest {

  private static final TableName TABLE = new TableName("test_queue", "xapi_events_all");

  @TempDir Path folder;
  private TestClickHouse engine;
  private FaultyProxy proxy;
  private ClickHouse server;
  private FailedBatches failed;
  private final ConcurrentLinkedQueue<String> warnings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void prepare() throws IOException {
    engine = TestClickHouse.required();
    engine.freshDatabase(TABLE.database());
    engine.run(SampleStatements.createStatement(TABLE));
    proxy = new FaultyProxy(engine.url());
    server =
        ClickHouse.of(ClickHouseSettings.of("test", proxy.url(), engine.user(), engine.password()));
    failed = new FailedBatches(folder.resolve("failed"), Map.of());
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
      proxy.close();
    }
  }

  private DeliveryQueue queue(int inFlight) {
    return queue(inFlight, Map.of());
  }

  private DeliveryQueue queue(int inFlight, Map<String, String> serverSettings) {
    return new DeliveryQueue(
        new ClickHouseCourier(server, table -> TABLE, serverSettings),
        DeliveryPolicy.DEFAULT.withInFlight(inFlight),
        failed,
        warnings::add,
        pauses::add);
  }

  private String rows() {
    return engine.run(
        "SELECT count(), uniqExact(event_id) FROM %s FINAL".formatted(TABLE.quoted()));
  }

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

  private static Batch monthsOfTwelveYears() {
    RowBinaryBuffer buffer = new RowBinaryBuffer(1000);
    for (int month = 0; month < 150; month++) {
      buffer.uuid(0, month).int64(month * 32L * 86_400_000_000L).string("{}");
    }
    return Batch.of("wide", DumpTable.XAPI, 0, 150, buffer.array(), buffer.length());
  }

  @Test
  void rowsOfManyMonthsArriveTogether() throws Exception {
    try (DeliveryQueue queue = queue(1)) {
      queue.submit(monthsOfTwelveYears(), Deaf.OUTCOME);
      assertThat(queue.finish().isComplete()).isTrue();
    }
    assertThat(rows()).isEqualTo("150\t150\n");
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
