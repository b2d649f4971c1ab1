package org.openedx.devdata.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openedx.devdata.generate.checkpoint.Checkpoints;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.DeliveryTotals;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.delivery.Keeper;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Sends batches again that earlier runs could not deliver. What has arrived is removed, after the
 * checkpoint of its run has recorded it, so that it can be interrupted and repeated at any time.
 * Used once, by one thread.
 */
public final class Redelivery {

  private final FailedBatches failed;
  private final Checkpoints checkpoints;
  private final GenerationListener listener;
  private final Consumer<String> warnings;

  /** The means to send the rows of a table. */
  public interface Way {

    /** The courier of a table: one of its own, which is closed when all are sent. */
    Courier courier(DumpTable table);

    DeliveryPolicy policy(DumpTable table);

    /** Called between the rows that statements refer to and the statements. */
    void beforeStatements();
  }

  /**
   * Totals of what was sent again.
   *
   * @param batches sent
   * @param rows in them
   * @param leftBatches still not delivered
   * @param leftRows in those
   */
  public record Sent(long batches, long rows, long leftBatches, long leftRows) {}

  /**
   * @param state the folder with the checkpoint of the run, when it is still there
   * @param warnings get failed tries, a line each; called from several threads
   */
  public Redelivery(
      FailedBatches failed, Path state, GenerationListener listener, Consumer<String> warnings) {
    this.failed = failed;
    this.checkpoints = new Checkpoints(state);
    this.listener = listener;
    this.warnings = warnings;
  }

  /**
   * Sends everything, statements last.
   *
   * @throws IOException when the folder cannot be read
   * @throws RuntimeException when it is of no use to go on; what was not sent stays
   */
  public Sent run(Way way) throws IOException, InterruptedException {
    Map<DumpTable, List<Batch>> tables =
        failed.list().stream()
            .collect(
                Collectors.groupingBy(
                    Batch::table, () -> new EnumMap<>(DumpTable.class), Collectors.toList()));
    Sent sum = new Sent(0, 0, 0, 0);
    for (Map.Entry<DumpTable, List<Batch>> table : tables.entrySet()) {
      Sent sent = send(table.getKey(), table.getValue(), way);
      sum =
          new Sent(
              sum.batches() + sent.batches(),
              sum.rows() + sent.rows(),
              sum.leftBatches() + sent.leftBatches(),
              sum.leftRows() + sent.leftRows());
    }
    return sum;
  }

  private Sent send(DumpTable table, List<Batch> batches, Way way) throws InterruptedException {
    if (table.holdsStatements()) {
      way.beforeStatements();
    }
    listener.began(table, batches.stream().mapToLong(Batch::rows).sum());
    try (Courier courier = way.courier(table);
        DeliveryQueue queue =
            new DeliveryQueue(
                courier, way.policy(table), new Stays(), warnings, DeliveryQueue.Pauses.REAL)) {
      courier.open(table);
      for (Batch batch : batches) {
        queue.submit(batch, new ToListener(batch));
      }
      DeliveryTotals totals = queue.finish();
      listener.ended(table);
      return new Sent(totals.batches(), totals.rows(), totals.failedBatches(), totals.failedRows());
    }
  }

  /** Leaves what is not delivered where it is. */
  private final class Stays implements Keeper {

    @Override
    public Path keep(Batch batch, String error) throws IOException {
      return failed.note(batch, error);
    }

    @Override
    public void arrived(Batch batch, long bytes) throws IOException {
      checkpoints.arrived(batch, bytes);
      failed.arrived(batch, bytes);
    }
  }

  /** Reports the outcome of one batch to the listener. */
  private final class ToListener implements DeliveryQueue.Outcome {
    private final Batch batch;

    ToListener(Batch batch) {
      this.batch = batch;
    }

    @Override
    public void delivered(long bytes) {
      listener.advanced(batch.table(), batch.rows(), bytes);
    }

    @Override
    public void kept(Path file, String reason) {
      listener.failed(batch.table(), batch.rows(), reason + "; stays in " + file);
    }
  }
}
