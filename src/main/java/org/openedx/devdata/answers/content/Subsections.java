package org.openedx.devdata.answers.content;

import org.openedx.devdata.answers.life.Metric;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.world.BlockType;

/** Sections and subsections of a run that have items of a kind. Stateless. */
final class Subsections {

  private Subsections() {}

  /** Receives those places. */
  interface Reader {

    /**
     * A section or subsection.
     *
     * @param total its items of the kind, more than 0
     */
    void place(Place place, int total);
  }

  /**
   * A section or a subsection.
   *
   * @param section whether it is a section
   * @param index its number among those
   * @param first its first sequential
   * @param end the sequential after its last
   */
  record Place(boolean section, int index, int first, int end) {

    /** A number of its own in the run. */
    long number() {
      return index * 2L + (section ? 1 : 0);
    }

    /** The level as reports call it. */
    String level() {
      return section ? "section" : "subsection";
    }

    /** The usage key. */
    String key(RunFacts run) {
      return run.key(section ? BlockType.CHAPTER : BlockType.SEQUENTIAL, index);
    }

    int sum(int[] ofSequentials) {
      int sum = 0;
      for (int sequential = first; sequential < end; sequential++) {
        sum += ofSequentials[sequential];
      }
      return sum;
    }
  }

  /** Reads them in the order of the course, subsections after their section. */
  static void read(RunFacts run, Metric metric, Reader reader) {
    CourseShape shape = run.shape();
    for (int chapter = 0; chapter < shape.chapters(); chapter++) {
      int first = shape.firstSequential(chapter);
      int end = shape.firstSequential(chapter + 1);
      offer(run, metric, new Place(true, chapter, first, end), reader);
      for (int sequential = first; sequential < end; sequential++) {
        offer(run, metric, new Place(false, sequential, sequential, sequential + 1), reader);
      }
    }
  }

  private static void offer(RunFacts run, Metric metric, Place place, Reader reader) {
    int total = 0;
    for (int sequential = place.first(); sequential < place.end(); sequential++) {
      total += metric.total(run, sequential);
    }
    if (total > 0) {
      reader.place(place, total);
    }
  }
}
