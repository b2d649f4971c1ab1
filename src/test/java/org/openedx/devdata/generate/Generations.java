package org.openedx.devdata.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Dumps;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/** Small runs for tests. */
public final class Generations {

  static final StatementSettings SETTINGS =
      new StatementSettings("http://localhost:18000", "event-routing-backends@9.3.0");

  private Generations() {}

  public static GenerationPlan plan(
      long seed, int statements, Slice slice, int statementsOfABlock) {
    World world = Worlds.small(seed);
    MixModel model = new MixModel(world, StatementMix.standard(), statements, 1_024);
    return GenerationPlan.of(
        Dumps.of(world, model.enrolments(), ExportOptions.DEFAULT),
        model,
        SETTINGS,
        slice,
        statementsOfABlock);
  }

  /** A configuration of a year that ends on the first of March 2026, its today. */
  public static GenerationConfig config() {
    String text =
        """
        backend: discard
        seed: 7
        num_xapi_batches: 1
        batch_size: 1
        start_date: today - 365d
        end_date: today
        course_length_days: 100
        num_organizations: 1
        num_actors: 1
        num_course_sizes: {small: 1}
        course_size_makeup:
          small: {actors: 1, problems: 1, videos: 1, chapters: 1, sequences: 1, verticals: 1, forum_posts: 1}
        """;
    return Backends.reader(
            "load.yaml", Map.<String, String>of()::get, Instant.parse("2026-03-01T12:00:00Z"))
        .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  public static Sink csv(Path folder, Slice slice, String compression, int threads)
      throws IOException {
    return new CsvSink(
        new CsvFiles(folder, slice.mark(), 0),
        Codecs.of(compression, OptionalInt.empty()),
        threads);
  }

  public static GenerationResult run(GenerationPlan plan, Sink sink, int threads)
      throws IOException, InterruptedException {
    return new GenerationRun(plan, sink, threads, CheckpointFile.none(), GenerationListener.SILENT)
        .run();
  }
}
