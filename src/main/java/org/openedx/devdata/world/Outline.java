package org.openedx.devdata.world;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Hex;

/**
 * The blocks of a course run as a proper tree: the chapters share the sequentials among them in
 * order, these the verticals, these the problems and videos, as evenly as they can. Parents,
 * positions and ids are computed. Immutable.
 *
 * @param size how many blocks there are of each type
 * @param key chooses the ids
 */
public record Outline(CourseSize size, long key) {

  private static final int POSTS = 100;

  public int count(BlockType type) {
    return size.count(type);
  }

  /** The block of the upper type that holds one of the lower type; both counted from 0. */
  public int parent(BlockType upper, BlockType lower, int index) {
    return (int) ((long) index * count(upper) / count(lower));
  }

  /** The first block of the lower type within one of the upper type. */
  public int first(BlockType upper, BlockType lower, int index) {
    return (int) (((long) index * count(lower) + count(upper) - 1) / count(upper));
  }

  /** How many blocks of the lower type one of the upper type holds. */
  public int within(BlockType upper, BlockType lower, int index) {
    return first(upper, lower, index + 1) - first(upper, lower, index);
  }

  /** Whether a sequential and all in it count for the grade. */
  public boolean graded(int sequential) {
    return sequential % 3 == 2 || count(BlockType.SEQUENTIAL) < 3;
  }

  /** The key of everything that is drawn for a block. */
  public long blockKey(BlockType type, int index) {
    return Draw.of(Draw.of(key, type.ordinal()), index);
  }

  /** The key of everything that is drawn for a thread of the forum. */
  public long postKey(int index) {
    return Draw.of(Draw.of(key, POSTS), index);
  }

  /** A block's id, 32 hexadecimal digits. */
  public String id(BlockType type, int index) {
    return Hex.id(blockKey(type, index), 32);
  }

  /** A block's display name, such as {@code Problem 11}; numbered by type, from 1. */
  public String title(BlockType type, int index) {
    return type.title() + " " + (index + 1);
  }
}
