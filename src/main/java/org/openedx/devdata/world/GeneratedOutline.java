package org.openedx.devdata.world;

import java.util.function.IntConsumer;
import org.openedx.devdata.bytes.JsonText;

/**
 * The blocks of a course run as a proper tree: the chapters share the sequentials among them in
 * order, these the verticals, these the problems and videos, as evenly as they can. Parents,
 * positions and ids are computed. Immutable.
 *
 * @param size how many blocks there are of each type
 * @param key chooses the ids
 */
public record GeneratedOutline(CourseSize size, long key) implements DrawnOutline {

  private static final JsonText[] FIRST_SEQUENTIALS = sequentials();

  @Override
  public int count(BlockType type) {
    return size.count(type);
  }

  @Override
  public int forumPosts() {
    return size.forumPosts();
  }

  @Override
  public int items() {
    return size.items();
  }

  @Override
  public int verticals(int sequential) {
    return within(BlockType.SEQUENTIAL, BlockType.VERTICAL, sequential);
  }

  /** The first block of the lower type within one of the upper type. */
  private int first(BlockType upper, BlockType lower, int index) {
    return (int) (((long) index * count(lower) + count(upper) - 1) / count(upper));
  }

  /** Number of blocks of the lower type that one of the upper type holds. */
  private int within(BlockType upper, BlockType lower, int index) {
    return first(upper, lower, index + 1) - first(upper, lower, index);
  }

  /** Returns whether a sequential and all in it count for the grade. */
  private boolean graded(int sequential) {
    return sequential % 3 == 2 || count(BlockType.SEQUENTIAL) < 3;
  }

  /** Such as {@code Problem 11}; numbered by type, from 1. */
  @Override
  public String title(BlockType type, int index) {
    return type.title() + " " + (index + 1);
  }

  /** The first few are made once, so that none is made for a statement. */
  @Override
  public JsonText sequentialText(int index) {
    return index < FIRST_SEQUENTIALS.length ? FIRST_SEQUENTIALS[index] : sequential(index);
  }

  @Override
  public void walk(Visitor visitor) {
    for (int chapter = 0; chapter < count(BlockType.CHAPTER); chapter++) {
      visitor.block(BlockType.CHAPTER, chapter, false);
      each(
          BlockType.CHAPTER,
          BlockType.SEQUENTIAL,
          chapter,
          sequential -> {
            boolean graded = graded(sequential);
            visitor.block(BlockType.SEQUENTIAL, sequential, graded);
            each(
                BlockType.SEQUENTIAL,
                BlockType.VERTICAL,
                sequential,
                vertical -> vertical(vertical, graded, visitor));
          });
    }
  }

  private void vertical(int index, boolean graded, Visitor visitor) {
    visitor.block(BlockType.VERTICAL, index, graded);
    for (BlockType type : new BlockType[] {BlockType.VIDEO, BlockType.PROBLEM}) {
      each(BlockType.VERTICAL, type, index, leaf -> visitor.block(type, leaf, graded));
    }
  }

  private void each(BlockType upper, BlockType lower, int index, IntConsumer visit) {
    int first = first(upper, lower, index);
    for (int i = 0; i < within(upper, lower, index); i++) {
      visit.accept(first + i);
    }
  }

  private static JsonText[] sequentials() {
    JsonText[] titles = new JsonText[256];
    for (int i = 0; i < titles.length; i++) {
      titles[i] = sequential(i);
    }
    return titles;
  }

  private static JsonText sequential(int index) {
    return JsonText.of(BlockType.SEQUENTIAL.title() + " " + (index + 1));
  }
}
