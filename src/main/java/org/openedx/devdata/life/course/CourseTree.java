package org.openedx.devdata.life.course;

import java.util.Arrays;
import java.util.BitSet;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;

/**
 * The tree of a course run in arrays, found by a walk over its outline, and changed as authors do
 * it: units keep their numbers, also those that are deleted. Mutable until the shape that it is of
 * is made.
 */
final class CourseTree implements Outline.Visitor {

  int chapters;
  int graded;
  int units;
  int items;
  int[] chapterOf;
  boolean[] isGraded;
  int[] firstUnit;
  int[] sequentialOf;
  int[] firstItem;
  BlockType[] types;
  int[] blocks;
  int[] firstUnitOfChapter;
  int[] firstSequentialOfChapter;
  int[] problemHome;
  private int sequentials;

  /** Units that are not there any more. */
  private final BitSet gone = new BitSet();

  /** Number of units that are there before each; null while all are. */
  private int[] positions;

  /** The units that are there, in order; null while all are. */
  private int[] present;

  CourseTree(Outline outline) {
    int sequentials = outline.count(BlockType.SEQUENTIAL);
    int verticals = outline.count(BlockType.VERTICAL);
    int leaves =
        outline.count(BlockType.VIDEO)
            + outline.count(BlockType.PROBLEM)
            + outline.count(BlockType.HTML);
    chapterOf = new int[sequentials];
    isGraded = new boolean[sequentials];
    firstUnit = new int[sequentials + 1];
    sequentialOf = new int[verticals];
    firstItem = new int[verticals + 1];
    types = new BlockType[leaves];
    blocks = new int[leaves];
    firstUnitOfChapter = new int[outline.count(BlockType.CHAPTER) + 1];
    firstSequentialOfChapter = new int[firstUnitOfChapter.length];
    problemHome = new int[outline.count(BlockType.PROBLEM)];
    outline.walk(this);
    Arrays.fill(firstUnit, sequential() + 1, firstUnit.length, units);
    firstItem[units] = items;
    Arrays.fill(firstUnitOfChapter, chapters, firstUnitOfChapter.length, units);
    Arrays.fill(firstSequentialOfChapter, chapters, firstUnitOfChapter.length, sequentials);
  }

  private int sequential() {
    return sequentials - 1;
  }

  @Override
  public void block(BlockType type, int index, boolean isOfGrade) {
    switch (type) {
      case CHAPTER -> {
        firstSequentialOfChapter[chapters] = sequentials;
        firstUnitOfChapter[chapters++] = units;
      }
      case SEQUENTIAL -> {
        chapterOf[index] = chapters - 1;
        isGraded[index] = isOfGrade;
        graded += isOfGrade ? 1 : 0;
        firstUnit[index] = units;
        sequentials++;
      }
      case VERTICAL -> {
        sequentialOf[units] = sequential();
        firstItem[units++] = items;
      }
      case VIDEO, PROBLEM, HTML -> {
        types[items] = type;
        blocks[items++] = index;
        if (type == BlockType.PROBLEM) {
          problemHome[index] = sequential();
        }
      }
      default -> throw new IllegalArgumentException("no block of a course is a " + type);
    }
  }

  /** A copy, to be changed. */
  CourseTree(CourseTree other) {
    chapters = other.chapters;
    graded = other.graded;
    units = other.units;
    items = other.items;
    sequentials = other.sequentials;
    chapterOf = other.chapterOf;
    isGraded = other.isGraded;
    firstUnit = other.firstUnit.clone();
    sequentialOf = other.sequentialOf.clone();
    firstItem = other.firstItem;
    types = other.types;
    blocks = other.blocks;
    firstUnitOfChapter = other.firstUnitOfChapter;
    firstSequentialOfChapter = other.firstSequentialOfChapter;
    problemHome = other.problemHome.clone();
    gone.or(other.gone);
    positions = other.positions;
    present = other.present;
  }

  /** Deletes a unit; its problems are in no sequential then. */
  void delete(int unit) {
    gone.set(unit);
    home(unit, CourseShape.NOWHERE);
    positions = new int[units + 1];
    for (int i = 0; i < units; i++) {
      positions[i + 1] = positions[i] + (gone.get(i) ? 0 : 1);
    }
    present = new int[positions[units]];
    for (int i = 0; i < units; i++) {
      if (!gone.get(i)) {
        present[positions[i]] = i;
      }
    }
  }

  /** Moves the last unit of a sequential to the next one, or the first one to the one before. */
  void move(int unit, int sequential) {
    int from = sequentialOf[unit];
    firstUnit[Math.max(from, sequential)] = sequential > from ? unit : unit + 1;
    sequentialOf[unit] = sequential;
    home(unit, sequential);
  }

  private void home(int unit, int sequential) {
    for (int item = firstItem[unit]; item < firstItem[unit + 1]; item++) {
      if (types[item] == BlockType.PROBLEM) {
        problemHome[blocks[item]] = sequential;
      }
    }
  }

  boolean isGone(int unit) {
    return gone.get(unit);
  }

  /** Number of units that are there before one; of the number of units, all of them. */
  int position(int unit) {
    return positions == null ? unit : positions[unit];
  }

  /** The unit at a position among those that are there. */
  int unitAt(int position) {
    return present == null ? position : present[position];
  }
}
