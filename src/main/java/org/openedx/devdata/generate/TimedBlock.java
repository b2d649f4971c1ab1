package org.openedx.devdata.generate;

import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * A block that knows when it was made. Written by one thread; asked by another that has got it from
 * that one.
 */
final class TimedBlock implements Block {

  private final Block block;
  private volatile long began = System.nanoTime();
  private volatile long made = began;

  TimedBlock(Block block) {
    this.block = block;
  }

  @Override
  public DumpTable table() {
    return block.table();
  }

  @Override
  public int number() {
    return block.number();
  }

  @Override
  public Tally write(BlockWriter out) throws InterruptedException {
    began = System.nanoTime();
    Tally tally = block.write(out);
    made = System.nanoTime();
    return tally;
  }

  /** Time that it took to make, in nanoseconds. */
  long making() {
    return made - began;
  }

  /** Time since it was made, in nanoseconds. */
  long sinceMade() {
    return System.nanoTime() - made;
  }
}
