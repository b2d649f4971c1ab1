package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/** Output of a seed, which no change may alter. */
class GenerationSeedTest extends GenerationRuns {

  /** A change here means that every data set made with a seed changes: say so in the changelog. */
  @Test
  void theOutputOfASeedIsFrozen() throws Exception {
    GenerationResult result =
        Generations.run(Generations.plan(7, STATEMENTS, Slice.WHOLE, BLOCK), new DiscardSink(), 2);
    Tally all = new Tally(0);
    result.delivered().values().forEach(all::add);
    assertThat(result.delivered().get(DumpTable.XAPI).checksum())
        .isEqualTo("000000000000280a75dd8c683883b8b9");
    assertThat(all.checksum()).isEqualTo("00000000000031087c3df3ca166cc5f8");
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
}
