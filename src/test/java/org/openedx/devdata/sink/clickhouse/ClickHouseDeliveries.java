package org.openedx.devdata.sink.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.world.dump.DumpTable;

/** A table of ClickHouse behind a proxy that fails as ordered, and deliveries to it. */
abstract class ClickHouseDeliveries {

  static final TableName TABLE = new TableName("test_queue", "xapi_events_all");

  @TempDir Path folder;
  TestClickHouse engine;
  FaultyProxy proxy;
  private ClickHouse server;
  FailedBatches failed;
  final ConcurrentLinkedQueue<String> warnings = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();

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

  DeliveryQueue queue(int inFlight) {
    return queue(inFlight, Map.of());
  }

  DeliveryQueue queue(int inFlight, Map<String, String> serverSettings) {
    return new DeliveryQueue(
        new ClickHouseCourier(server, table -> TABLE, serverSettings),
        DeliveryPolicy.DEFAULT.withInFlight(inFlight),
        failed,
        warnings::add,
        pauses::add);
  }

  String rows() {
    return engine.run(
        "SELECT count(), uniqExact(event_id) FROM %s FINAL".formatted(TABLE.quoted()));
  }

  static Batch monthsOfTwelveYears() {
    RowBinaryBuffer buffer = new RowBinaryBuffer(1000);
    for (int month = 0; month < 150; month++) {
      buffer.uuid(0, month).int64(month * 32L * 86_400_000_000L).string("{}");
    }
    return Batch.of("wide", DumpTable.XAPI, 0, 150, buffer.array(), buffer.length());
  }
}
