package org.openedx.devdata.world;

import java.util.function.ToIntFunction;

/**
 * One size of course, and how many runs of it there are.
 *
 * @param name what a person calls the size
 * @param runs course runs of this size
 * @param actors learners in each run
 * @param problems problems in each run, and so on
 */
public record CourseSize(
    String name,
    int runs,
    int actors,
    int problems,
    int videos,
    int chapters,
    int sequences,
    int verticals,
    int forumPosts) {

  /** The same courses with another number of learners in each run. */
  public CourseSize withActors(int other) {
    return new CourseSize(
        name, runs, other, problems, videos, chapters, sequences, verticals, forumPosts);
  }

  /** Number of blocks of a kind that one run has. */
  public int count(BlockType type) {
    return switch (type) {
      case COURSE -> 1;
      case CHAPTER -> chapters;
      case SEQUENTIAL -> sequences;
      case VERTICAL -> verticals;
      case PROBLEM -> problems;
      case VIDEO -> videos;
      case HTML -> 0;
    };
  }

  /** Returns whether it has a run, and blocks or threads of some kind in it. */
  public boolean has(ToIntFunction<CourseSize> some) {
    return runs > 0 && some.applyAsInt(this) > 0;
  }

  /** Number that {@code total items} counts: all items that a learner can meet in a run. */
  public int items() {
    return problems + videos + chapters + sequences + verticals + forumPosts;
  }
}
