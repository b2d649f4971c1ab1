package org.openedx.devdata.generate;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.Sink;

/** Runs of a small configuration into files of a folder. */
abstract class GenerationRuns {

  static final int STATEMENTS = 20_000;
  static final int BLOCK = 2_048;

  @TempDir Path folder;

  GenerationResult run(Path target, Slice slice, int threads) throws Exception {
    try (Sink sink = Generations.csv(target, slice, "gzip", threads)) {
      return Generations.run(Generations.plan(7, STATEMENTS, slice, BLOCK), sink, threads);
    }
  }
}
