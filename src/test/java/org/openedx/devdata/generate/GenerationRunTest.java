package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.file.SealedJson;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.ExportOptions;

/** Whole runs. */
class GenerationRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STATEMENTS = 20_000;
  private static final int BLOCK = 2_048;

  @TempDir Path folder;

  @Test
  void filesAreTheSameWhateverTheThreads() throws Exception {
    Path one = folder.resolve("one");
    Path four = folder.resolve("four");
    run(one, Slice.WHOLE, 1);
    run(four, Slice.WHOLE, 4);
    List<String> names = names(one);
    assertThat(names)
        .containsExactly(
            "blocks.csv.gz",
            "course_enrollments.csv.gz",
            "courses.csv.gz",
            "external_ids.csv.gz",
            "object_tags.csv.gz",
            "tags.csv.gz",
            "taxonomies.csv.gz",
            "user_profiles.csv.gz",
            "xapi.csv.gz");
    for (String name : names) {
      assertThat(four.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
    }
  }

  @Test
  void slicesTogetherAreTheWhole() throws Exception {
    Path whole = folder.resolve("whole");
    GenerationResult expected = run(whole, Slice.WHOLE, 2);
    Path parts = folder.resolve("parts");
    Tally sum = new Tally(expected.delivered().get(DumpTable.XAPI).courses());
    for (int part : new int[] {2, 3, 1}) {
      sum.add(run(parts, new Slice(part, 3), 2).delivered().get(DumpTable.XAPI));
    }
    assertThat(sum.checksum()).isEqualTo(expected.delivered().get(DumpTable.XAPI).checksum());
    for (DumpTable table : DumpTable.values()) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (int part = 1; part <= 3; part++) {
        Path file = parts.resolve(table.fileName() + "-" + part + "of3.csv.gz");
        if (Files.exists(file)) {
          Files.copy(file, joined);
        }
      }
      assertThat(joined.toByteArray())
          .as(table.name())
          .isEqualTo(Files.readAllBytes(whole.resolve(table.fileName() + ".csv.gz")));
    }
  }

  @Test
  void theChecksumIsTheSumOfTheHashesOfTheStatements() throws Exception {
    GenerationResult result = run(folder, Slice.WHOLE, 2);
    Tally expected = new Tally(0);
    Set<String> ids = new HashSet<>();
    for (String line : lines("xapi")) {
      String event = line.substring(line.indexOf(",\"") + 2, line.length() - 1);
      String json = event.replace("\"\"", "\"");
      JsonNode statement = JSON.readTree(json);
      assertThat(line).startsWith(statement.get("id").asText() + ",");
      assertThat(line.split(",", 3)[1])
          .isEqualTo(statement.get("timestamp").asText().replace('T', ' '));
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      expected.row(XxHash64.of(bytes, 0, bytes.length), bytes.length);
      ids.add(statement.get("id").asText());
    }
    Tally made = result.delivered().get(DumpTable.XAPI);
    assertThat(made.checksum()).isEqualTo(expected.checksum());
    assertThat(made.rows()).isEqualTo(ids.size()).isEqualTo(STATEMENTS + 640);
    assertThat(made.bytes()).isEqualTo(expected.bytes());
  }

  /** A change here means that every data set made with a seed changes: say so in the changelog. */
  @Test
  void theOutputOfASeedIsFrozen() throws Exception {
    GenerationResult result =
        Generations.run(Generations.plan(7, STATEMENTS, Slice.WHOLE, BLOCK), new DiscardSink(), 2);
    Tally all = new Tally(0);
    result.delivered().values().forEach(all::add);
    assertThat(result.delivered().get(DumpTable.XAPI).checksum())
        .isEqualTo("00000000000028016f5a9f6f0ef92953");
    assertThat(all.checksum()).isEqualTo("00000000000030ff75bb06d0ece23692");
  }

  @Test
  void anotherSeedGivesAnotherOutput() throws Exception {
    GenerationResult one =
        Generations.run(Generations.plan(7, 2_000, Slice.WHOLE, BLOCK), new DiscardSink(), 1);
    GenerationResult two =
        Generations.run(Generations.plan(8, 2_000, Slice.WHOLE, BLOCK), new DiscardSink(), 1);
    for (DumpTable table : DumpTable.values()) {
      assertThat(two.delivered().get(table).checksum())
          .isNotEqualTo(one.delivered().get(table).checksum());
    }
  }

  @Test
  void theSinkDoesNotChangeTheChecksum() throws Exception {
    GenerationResult csv = run(folder, Slice.WHOLE, 2);
    GenerationResult none =
        Generations.run(Generations.plan(7, STATEMENTS, Slice.WHOLE, 7_000), new DiscardSink(), 3);
    for (DumpTable table : DumpTable.values()) {
      assertThat(none.delivered().get(table).checksum())
          .isEqualTo(csv.delivered().get(table).checksum());
    }
  }

  @Test
  void aRunThatWasStoppedCarriesOnToTheSameBytes() throws Exception {
    Path whole = folder.resolve("whole");
    GenerationResult expected = run(whole, Slice.WHOLE, 2);
    Path broken = folder.resolve("broken");
    Path state = folder.resolve("state.json");
    GenerationPlan plan = Generations.plan(7, STATEMENTS, Slice.WHOLE, BLOCK);
    AtomicInteger blocks = new AtomicInteger();
    GenerationRun[] stopped = new GenerationRun[1];
    GenerationListener stopping =
        new StoppingListener(
            () -> {
              if (blocks.incrementAndGet() == 33) {
                stopped[0].stop();
              }
            });
    try (Sink sink = Generations.csv(broken, Slice.WHOLE, "gzip", 2)) {
      stopped[0] =
          new GenerationRun(
              plan,
              sink,
              2,
              CheckpointFile.fresh(state, "print", Instant.EPOCH, ExportOptions.DEFAULT),
              stopping);
      assertThatThrownBy(stopped[0]::run).isInstanceOf(InterruptedException.class);
    }
    // What a kill leaves: more bytes than the checkpoint knows of.
    Files.write(broken.resolve("xapi.csv.gz"), new byte[100_000], StandardOpenOption.APPEND);
    GenerationResult resumed;
    try (Sink sink = Generations.csv(broken, Slice.WHOLE, "gzip", 2)) {
      resumed =
          new GenerationRun(
                  plan, sink, 2, CheckpointFile.resumed(state, "print"), GenerationListener.SILENT)
              .run();
    }
    for (DumpTable table : DumpTable.values()) {
      assertThat(resumed.delivered().get(table).checksum())
          .isEqualTo(expected.delivered().get(table).checksum());
      String name = table.fileName() + ".csv.gz";
      assertThat(broken.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
  }

  @Test
  void refusesToCarryOnAnotherPlan() throws Exception {
    Path state = folder.resolve("state.json");
    SealedJson.write(state, new ObjectMapper().createObjectNode().put("fingerprint", "other"));
    assertThatThrownBy(() -> CheckpointFile.resumed(state, "print"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to another configuration");
    assertThatThrownBy(() -> CheckpointFile.resumed(folder.resolve("none"), "print"))
        .hasMessageContaining("nothing to resume");
  }

  @Test
  void aBrokenDestinationEndsTheRunWithItsReason() throws Exception {
    Files.createDirectories(folder.resolve("out/xapi.csv.gz"));
    try (Sink sink = Generations.csv(folder.resolve("out"), Slice.WHOLE, "gzip", 2)) {
      GenerationPlan plan = Generations.plan(7, STATEMENTS, Slice.WHOLE, BLOCK);
      assertThatThrownBy(() -> Generations.run(plan, sink, 3)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void theManifestCountsByTableVerbAndCourse() throws Exception {
    GenerationResult result = run(folder, Slice.WHOLE, 2);
    JsonNode manifest = Manifest.of(result, Generations.config(), "csv");
    assertThat(manifest.get("seed").longValue()).isEqualTo(7);
    assertThat(manifest.get("start_date").asText()).isEqualTo("2025-03-01");
    assertThat(manifest.get("end_date").asText()).isEqualTo("2026-03-01");
    assertThat(manifest.at("/tables/xapi_events_all/rows").longValue()).isEqualTo(STATEMENTS + 640);
    assertThat(manifest.get("tables").size()).isEqualTo(9);
    assertThat(sum(manifest.get("verbs"))).isEqualTo(STATEMENTS + 640);
    assertThat(sum(manifest.get("courses"))).isEqualTo(STATEMENTS + 640);
    assertThat(manifest.get("courses").size()).isEqualTo(7);
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.longValue();
    }
    return sum;
  }

  private GenerationResult run(Path target, Slice slice, int threads) throws Exception {
    try (Sink sink = Generations.csv(target, slice, "gzip", threads)) {
      return Generations.run(Generations.plan(7, STATEMENTS, slice, BLOCK), sink, threads);
    }
  }

  private List<String> lines(String name) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new FileInputStream(folder.resolve(name + ".csv.gz").toFile()))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).endsWith("\r\n");
      return new ArrayList<>(List.of(text.split("\r\n")));
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private record StoppingListener(Runnable afterEach) implements GenerationListener {

    @Override
    public void began(DumpTable table, long rows) {
      // Not needed.
    }

    @Override
    public void advanced(DumpTable table, long rows, long written) {
      afterEach.run();
    }

    @Override
    public void ended(DumpTable table) {
      // Not needed.
    }

    @Override
    public void failed(DumpTable table, long rows, String reason) {
      // Not needed.
    }
  }
}
