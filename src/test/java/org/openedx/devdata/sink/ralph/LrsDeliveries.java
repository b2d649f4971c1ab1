package org.openedx.devdata.sink.ralph;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.DeliveryTotals;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.testing.lrs.LrsDouble;

/** Delivery of batches to a double of a store, with its warnings and pauses. */
abstract class LrsDeliveries {

  @TempDir Path folder;
  LrsDouble lrs;
  FailedBatches failed;
  final ConcurrentLinkedQueue<String> warnings = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void start() throws IOException {
    lrs = new LrsDouble();
    failed = new FailedBatches(folder.resolve("failed"), Map.of());
  }

  @AfterEach
  void stop() {
    lrs.close();
  }

  LrsCourier courier() {
    return courier(lrs.url(), LrsDouble.PASSWORD);
  }

  static LrsCourier courier(URI url, String password) {
    return new LrsCourier(
        new LrsSettings(url, LrsDouble.USER, password, Duration.ofSeconds(1), 100));
  }

  DeliveryTotals deliver(Batch... batches) throws InterruptedException {
    return deliver(courier(), batches);
  }

  DeliveryTotals deliver(LrsCourier courier, Batch... batches) throws InterruptedException {
    try (DeliveryQueue queue =
        new DeliveryQueue(
            courier, DeliveryPolicy.DEFAULT.withInFlight(4), failed, warnings::add, pauses::add)) {
      for (Batch batch : batches) {
        queue.submit(batch, new Silent());
      }
      return queue.finish();
    }
  }

  private static final class Silent implements DeliveryQueue.Outcome {
    @Override
    public void delivered(long bytes) {}

    @Override
    public void kept(Path file, String reason) {}
  }
}
