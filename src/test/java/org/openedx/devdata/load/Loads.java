package org.openedx.devdata.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Dumps;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/** Small runs for tests. */
final class Loads {

  static final StatementSettings SETTINGS =
      new StatementSettings("http://localhost:18000", "event-routing-backends@9.3.0");

  private Loads() {}

  static LoadPlan plan(long seed, int statements, Slice slice, int statementsOfABlock) {
    World world = Worlds.small(seed);
    MixModel model = new MixModel(world, StatementMix.standard(), statements, 1_024);
    return LoadPlan.of(
        Dumps.of(world, model.enrolments(), true), model, SETTINGS, slice, statementsOfABlock);
  }

  static Sink csv(Path folder, Slice slice, String compression, int threads) throws IOException {
    return new CsvSink(
        new CsvFiles(folder, slice.mark(), 0),
        Codecs.of(compression, OptionalInt.empty()),
        threads);
  }

  static LoadResult run(LoadPlan plan, Sink sink, int threads)
      throws IOException, InterruptedException {
    return new LoadRun(plan, sink, threads, CheckpointFile.none(), LoadListener.SILENT).run();
  }
}
