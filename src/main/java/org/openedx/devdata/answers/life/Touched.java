package org.openedx.devdata.answers.life;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.openedx.devdata.life.course.CourseShape;

/** Blocks of a type that a learner has to do with. Mutable; of the life that is looked at. */
final class Touched {

  private final BitSet blocks = new BitSet();

  void clear() {
    blocks.clear();
  }

  /** Notes a block; true for the first time. */
  boolean note(int block) {
    boolean first = !blocks.get(block);
    blocks.set(block);
    return first;
  }

  /** The blocks, the least first. */
  int[] all() {
    int[] all = new int[blocks.cardinality()];
    int count = 0;
    for (int block = blocks.nextSetBit(0); block >= 0; block = blocks.nextSetBit(block + 1)) {
      all[count++] = block;
    }
    return all;
  }

  /** Counts blocks by the subsection that they are in; those in none do not count. */
  void countByHome(IntUnaryOperator home, int[] counts) {
    Arrays.fill(counts, 0);
    for (int block = blocks.nextSetBit(0); block >= 0; block = blocks.nextSetBit(block + 1)) {
      int subsection = home.applyAsInt(block);
      if (subsection != CourseShape.NOWHERE) {
        counts[subsection]++;
      }
    }
  }
}
