package org.openedx.devdata.answers.life;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.world.BlockType;

/**
 * A section or a subsection that has items of a kind. Immutable.
 *
 * @param section whether it is a section
 * @param index its number among those
 * @param first its first sequential
 * @param end the sequential after its last
 * @param total its items of the kind, more than 0
 */
public record Place(boolean section, int index, int first, int end, int total) {

  /** The places of a run in the order of the course, subsections after their section. */
  static List<Place> of(RunFacts run, Metric metric) {
    CourseShape shape = run.shape();
    List<Place> places = new ArrayList<>();
    for (int chapter = 0; chapter < shape.chapters(); chapter++) {
      int first = shape.firstSequential(chapter);
      int end = shape.firstSequential(chapter + 1);
      List<Place> subsections = new ArrayList<>();
      int total = 0;
      for (int sequential = first; sequential < end; sequential++) {
        int items = metric.total(run, sequential);
        if (items > 0) {
          subsections.add(new Place(false, sequential, sequential, sequential + 1, items));
        }
        total += items;
      }
      if (total > 0) {
        places.add(new Place(true, chapter, first, end, total));
        places.addAll(subsections);
      }
    }
    return List.copyOf(places);
  }

  /** A number of its own in the run. */
  public long number() {
    return index * 2L + (section ? 1 : 0);
  }

  /** The level as reports call it. */
  public String level() {
    return section ? "section" : "subsection";
  }

  /** The usage key. */
  public String key(RunFacts run) {
    return run.key(section ? BlockType.CHAPTER : BlockType.SEQUENTIAL, index);
  }

  /** Sum of numbers, one for each sequential, over its sequentials. */
  public int sum(int[] ofSequentials) {
    int sum = 0;
    for (int sequential = first; sequential < end; sequential++) {
      sum += ofSequentials[sequential];
    }
    return sum;
  }
}
