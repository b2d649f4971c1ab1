package org.openedx.devdata.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings.Compression;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestFolder;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * The queue against the engine's own INSERT of the same rows from another table of it, in turns, in
 * one run. Properties: {@code bench.rows}, {@code bench.batch} (rows of an insert), {@code
 * bench.inFlight}, {@code bench.rounds}.
 */
@Tag("bench")
@Tag("clickhouse")
class InsertRateBench {

  private static final TableName TABLE = new TableName("bench", "xapi_events_all");
  private static final TableName SOURCE = new TableName("bench", "source");
  private static final long ROWS = Long.getLong("bench.rows", 1_000_000);
  private static final long BATCH = Long.getLong("bench.batch", 50_000);
  private static final int IN_FLIGHT = Integer.getInteger("bench.inFlight", 3);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  @TempDir Path folder;
  private final List<Double> cpu = new ArrayList<>();
  private TestClickHouse engine;
  private Path file;

  @BeforeEach
  void prepare() throws Exception {
    engine = TestClickHouse.required();
    engine.freshDatabase("bench");
    file = folder.resolve("rows.rowbinary");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long from = 0; from < ROWS; from += BATCH) {
        RowBinaryBuffer buffer = new RowBinaryBuffer(1 << 20);
        SampleStatements.write(buffer, from, Math.min(ROWS, from + BATCH));
        out.write(buffer.array(), 0, buffer.length());
      }
    }
    engine.run(SampleStatements.createStatement(SOURCE));
    try (ClickHouse server =
        ClickHouse.of(
            ClickHouseSettings.of("bench", engine.url(), engine.user(), engine.password()))) {
      server.insertFile(
          SOURCE,
          DumpTable.XAPI.columns().stream().map(DumpTable.Column::name).toList(),
          "RowBinary",
          out -> Files.copy(file, out),
          "",
          Map.of());
    }
  }

  @Test
  void againstTheEnginesOwnInsert() throws Exception {
    List<Double> own = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> packed = new ArrayList<>();
    byte[] bytes = Files.readAllBytes(file);
    for (int round = 0; round < ROUNDS; round++) {
      own.add(rate(this::insertFromTable));
      plain.add(rate(() -> insertThroughQueue(bytes, Compression.NONE)));
      packed.add(rate(() -> insertThroughQueue(bytes, Compression.LZ4)));
    }
    System.out.printf(
        "%,d rows, %,d MB, batch %,d, in flight %d%n own    %s%n plain  %s  best/best %.2f (aim"
            + " 0.85)%n packed %s  best/best %.2f%n",
        ROWS,
        bytes.length >> 20,
        BATCH,
        IN_FLIGHT,
        shown(own),
        shown(plain),
        best(plain) / best(own),
        shown(packed),
        best(packed) / best(own));
    System.out.printf(
        " cpu s of own, plain, packed by turns: %s%n",
        cpu.stream().map("%.1f"::formatted).toList());
  }

  private interface Load {
    void run() throws Exception;
  }

  /** Of this process and the engine's; a server elsewhere does not count. */
  private static double cpuSeconds() throws Exception {
    double own =
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    var status = EmbeddedClickHouse.status(TestFolder.of("clickhouse"));
    return own
        + (status.isEmpty()
            ? 0
            : ProcessHandle.of(status.get().pid())
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO)
                    .toNanos()
                / 1e9);
  }

  private double rate(Load load) throws Exception {
    engine.run("DROP TABLE IF EXISTS " + TABLE.quoted() + " SYNC");
    engine.run(SampleStatements.createStatement(TABLE));
    double cpuBefore = cpuSeconds();
    long start = System.nanoTime();
    load.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    cpu.add(cpuSeconds() - cpuBefore);
    assertThat(engine.run("SELECT count() FROM " + TABLE.quoted())).isEqualTo(ROWS + "\n");
    return ROWS / seconds;
  }

  private void insertFromTable() {
    engine.run(
        "INSERT INTO %s SELECT event_id, emission_time, event FROM %s"
            .formatted(TABLE.quoted(), SOURCE.quoted()));
  }

  private void insertThroughQueue(byte[] bytes, Compression compression) throws Exception {
    ClickHouseSettings settings =
        ClickHouseSettings.of("bench", engine.url(), engine.user(), engine.password())
            .withCompression(compression);
    try (ClickHouse server = ClickHouse.of(settings);
        DeliveryQueue queue =
            new DeliveryQueue(
                new ClickHouseCourier(server, table -> TABLE, Map.of()),
                DeliveryPolicy.DEFAULT.withInFlight(IN_FLIGHT),
                new FailedBatches(folder.resolve("failed"), Map.of()),
                System.out::println,
                DeliveryQueue.Pauses.REAL)) {
      List<int[]> cuts = cuts(bytes);
      for (int i = 0; i < cuts.size(); i++) {
        int[] cut = cuts.get(i);
        queue.submit(
            new Batch("bench", DumpTable.XAPI, i, cut[2], out -> out.write(bytes, cut[0], cut[1])),
            Deaf.OUTCOME);
      }
      assertThat(queue.finish().isComplete()).isTrue();
    }
  }

  /** Offsets, lengths and row counts of the batches, found by walking over the rows. */
  private static List<int[]> cuts(byte[] bytes) {
    List<int[]> cuts = new ArrayList<>();
    int start = 0;
    int rows = 0;
    int at = 0;
    while (at < bytes.length) {
      at += 24;
      int length = 0;
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        length |= (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      at += length;
      rows++;
      if (rows == BATCH || at == bytes.length) {
        cuts.add(new int[] {start, at - start, rows});
        start = at;
        rows = 0;
      }
    }
    return cuts;
  }

  private static double best(List<Double> rates) {
    return rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static String shown(List<Double> rates) {
    return rates.stream().map(rate -> "%,.0f/s".formatted(rate)).toList().toString();
  }
}
