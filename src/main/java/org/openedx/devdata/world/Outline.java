package org.openedx.devdata.world;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;

/**
 * The blocks of a course run as a proper tree: chapters, in them sequentials, in them verticals, in
 * them problems, videos and texts. Blocks are numbered by type in the order of the tree, from 0.
 * Implementations are immutable and safe to share between threads.
 */
public interface Outline {

  /** The draw that leads to the keys of threads; those of blocks are the numbers of their types. */
  int POSTS = 100;

  /** The key of everything that is drawn for the run's content. */
  long key();

  /** Number of blocks of a type. */
  int count(BlockType type);

  /** Number of threads in the forum of the run. */
  int forumPosts();

  /** Number that {@code total items} counts: all items that a learner can meet in a run. */
  int items();

  /** Number of verticals that a sequential holds. */
  int verticals(int sequential);

  /** The key of everything that is drawn for a block. */
  long blockKey(BlockType type, int index);

  /** The key of everything that is drawn for a thread of the forum. */
  default long postKey(int index) {
    return Draw.of(Draw.of(key(), POSTS), index);
  }

  /** A block's id. */
  String id(BlockType type, int index);

  /**
   * A block's id as it stands in statements, or null when it is the block key's: its draws 0 and 1
   * as 32 hexadecimal digits.
   */
  JsonText idText(BlockType type, int index);

  /** A block's display name. */
  String title(BlockType type, int index);

  /** A sequential's display name as it stands in statements. */
  JsonText sequentialText(int index);

  /** The values of a block's tags that were named; null when its tags are to be drawn. */
  List<String> tags(BlockType type, int index);

  /** Length of a video, in milliseconds. */
  default int videoMillis(int video) {
    return Videos.length(blockKey(BlockType.VIDEO, video));
  }

  /** Meets every block but the course's own, depth first. */
  void walk(Visitor visitor);

  /** Meets blocks. */
  interface Visitor {

    /**
     * A block.
     *
     * @param index its number among the blocks of its type
     * @param graded whether it counts for the grade
     */
    void block(BlockType type, int index, boolean graded);
  }
}
