package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.service.aspects.AspectsVerification;
import org.openedx.devdata.service.aspects.ExpectedRows;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.clickhouse.ClickHouseCourier;
import org.openedx.devdata.sink.delivery.BatchSink;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.ExportOptions;

/** A whole run into the tables of Aspects on a real engine. */
@Tag("clickhouse")
class ClickHouseGenerationTest {

  private static final AspectsNames NAMES =
      new AspectsNames(
          "load_xapi",
          "load_event_sink",
          "load_reporting",
          "load_openedx",
          "xapi_events_all",
          Optional.empty());

  @TempDir Path folder;
  private TestClickHouse engine;

  @BeforeEach
  void emptySite() {
    engine = TestClickHouse.required();
    for (String database :
        List.of(NAMES.reporting(), NAMES.xapi(), NAMES.eventSink(), NAMES.openedx())) {
      engine.run("DROP DATABASE IF EXISTS " + database);
    }
  }

  private ClickHouse connect() {
    return ClickHouse.of(
        ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()));
  }

  private static TableName place(DumpTable table) {
    return NAMES.of(table);
  }

  private BatchSink sink() {
    return new BatchSink(
        new ClickHouseCourier(connect(), ClickHouseGenerationTest::place, Map.of()),
        DeliveryPolicy.DEFAULT,
        new FailedBatches(folder.resolve("failed"), Map.of()),
        "run",
        5_000,
        line -> {});
  }

  private void init() {
    try (ClickHouse server = connect()) {
      assertThat(AspectsSetup.init(server, NAMES).different()).isEmpty();
    }
  }

  private GenerationResult load() throws Exception {
    try (BatchSink sink = sink()) {
      return Generations.run(Generations.plan(1, 30_000, Slice.WHOLE, 5_000), sink, 2);
    }
  }

  private Map<String, Long> rowsOf(GenerationResult result) {
    Map<String, Long> rows = new HashMap<>();
    result.delivered().forEach((table, tally) -> rows.put(table.tableName(), tally.rows()));
    return rows;
  }

  @Test
  void everythingArrivesAndAgrees() throws Exception {
    init();
    GenerationResult result = load();
    assertThat(result.lostRows()).isZero();
    try (ClickHouse server = connect()) {
      assertThat(
              AspectsVerification.verify(
                  server, NAMES, new ExpectedRows(rowsOf(result), Set.of(), Set.of()), 0))
          .allSatisfy(
              finding ->
                  assertThat(finding.outcome())
                      .describedAs(finding.toString())
                      .isEqualTo(AspectsVerification.Outcome.HOLDS));
    }
  }

  @Test
  void checksumIsThatOfEveryOtherSink() throws Exception {
    init();
    GenerationResult result = load();
    GenerationResult nowhere =
        Generations.run(Generations.plan(1, 30_000, Slice.WHOLE, 1_000), new DiscardSink(), 1);
    for (DumpTable table : result.delivered().keySet()) {
      assertThat(result.delivered().get(table).checksum())
          .describedAs(table.toString())
          .isEqualTo(nowhere.delivered().get(table).checksum());
    }
  }

  @Test
  void secondRunOfTheSameAddsNoRow() throws Exception {
    init();
    GenerationResult first = load();
    load();
    try (ClickHouse server = connect()) {
      for (DumpTable table : first.delivered().keySet()) {
        assertThat(server.value("SELECT count() FROM %s".formatted(place(table).quoted())))
            .describedAs(table.toString())
            .isEqualTo(String.valueOf(first.delivered().get(table).rows()));
      }
    }
  }

  @Test
  void runThatWasBrokenOffIsResumedWithoutCountingTwice() throws Exception {
    init();
    GenerationPlan plan = Generations.plan(1, 30_000, Slice.WHOLE, 1_000);
    Path state = folder.resolve("state.json");
    AtomicReference<GenerationRun> broken = new AtomicReference<>();
    AtomicInteger arrived = new AtomicInteger();
    GenerationListener stopper =
        new GenerationListener() {
          @Override
          public void began(DumpTable table, long rows) {}

          @Override
          public void advanced(DumpTable table, long rows, long written) {
            if (table.holdsStatements() && arrived.incrementAndGet() == 8) {
              broken.get().stop();
            }
          }

          @Override
          public void ended(DumpTable table) {}

          @Override
          public void failed(DumpTable table, long rows, String reason) {}
        };
    try (BatchSink sink = sink()) {
      broken.set(
          new GenerationRun(
              plan,
              sink,
              2,
              CheckpointFile.fresh(state, "print", Instant.EPOCH, ExportOptions.DEFAULT),
              stopper));
      assertThatThrownBy(() -> broken.get().run()).isInstanceOf(InterruptedException.class);
    }
    GenerationResult resumed;
    try (BatchSink sink = sink()) {
      resumed =
          new GenerationRun(
                  plan, sink, 2, CheckpointFile.resumed(state, "print"), GenerationListener.SILENT)
              .run();
    }
    GenerationResult nowhere = Generations.run(plan, new DiscardSink(), 1);
    try (ClickHouse server = connect()) {
      for (DumpTable table : nowhere.delivered().keySet()) {
        assertThat(resumed.delivered().get(table).checksum())
            .describedAs(table.toString())
            .isEqualTo(nowhere.delivered().get(table).checksum());
        assertThat(server.value("SELECT count() FROM " + place(table).quoted()))
            .describedAs(table.toString())
            .isEqualTo(String.valueOf(nowhere.delivered().get(table).rows()));
      }
    }
  }

  @Test
  void siteWithoutTablesIsToldBeforeAnythingIsMade() {
    assertThatThrownBy(this::load)
        .hasMessageContaining("has no table 'load_event_sink.taxonomy'")
        .hasMessageContaining("--target embedded");
  }
}
