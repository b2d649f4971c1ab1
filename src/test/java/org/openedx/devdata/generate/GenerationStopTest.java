package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.file.SealedJson;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.ExportOptions;

/** Runs that stop early: by order, by another plan, by a broken destination. */
class GenerationStopTest extends GenerationRuns {

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
