package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.world.dump.DumpTable;

class TimingLogTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  private TimingLog open(long maxBytes, int backups) throws IOException {
    GenerationConfig.Log settings = new GenerationConfig.Log("logs", maxBytes, backups);
    return TimingLog.open(folder.resolve("logs"), settings, () -> NOW);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void aRunTellsItsTablesAndBatchesByTheNamesOfTheOlderTool() throws Exception {
    GenerationPlan plan = Generations.plan(1, 5_000, Slice.WHOLE, 1_024);
    try (TimingLog log = open(0, 5)) {
      log.took("setup", "full_setup", Duration.ofMillis(1_500));
      new GenerationRun(plan, new DiscardSink(), 1, CheckpointFile.none(), log).run();
    }

    List<JsonNode> lines = lines(folder.resolve("logs/2026-03-01_12-00-00_timing.log"));
    assertThat(lines.get(0).toString())
        .isEqualTo(
            "{\"time\":\"2026-03-01T12:00:00Z\",\"timer\":\"setup\",\"key\":\"full_setup\",\"duration\":1.5}");
    assertThat(lines).allMatch(line -> line.get("duration").doubleValue() >= 0);
    assertThat(lines.stream().filter(line -> line.get("timer").asText().equals("insert_metadata")))
        .extracting(line -> line.get("key").asText())
        .contains("taxonomy", "tag", "course", "blocks", "external_id", "user_profile");
    int blocks = plan.blocks(DumpTable.XAPI);
    assertThat(lines.stream().filter(line -> line.get("key").asText().equals("get_events")))
        .hasSize(blocks)
        .extracting(line -> line.get("rows").longValue())
        .satisfies(rows -> assertThat(rows.stream().mapToLong(r -> r).sum()).isGreaterThan(5_000));
    assertThat(lines.stream().filter(line -> line.get("key").asText().equals("insert_events")))
        .hasSize(blocks);
    assertThat(lines.get(lines.size() - 1).get("timer").asText()).isEqualTo("batches");
  }

  @Test
  void aFullFileIsSetAside() throws IOException {
    try (TimingLog log = open(250, 2)) {
      for (int i = 0; i < 10; i++) {
        log.took("batch", "number " + i, Duration.ofSeconds(i));
      }
    }

    try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "2026-03-01_12-00-00_timing.log",
              "2026-03-01_12-00-00_timing.log.1",
              "2026-03-01_12-00-00_timing.log.2");
    }
    Path file = folder.resolve("logs/2026-03-01_12-00-00_timing.log");
    assertThat(lines(file).get(lines(file).size() - 1).get("key").asText()).isEqualTo("number 9");
    assertThat(file).content().hasSizeLessThan(251);
  }
}
