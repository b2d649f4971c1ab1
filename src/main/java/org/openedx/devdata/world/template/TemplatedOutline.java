package org.openedx.devdata.world.template;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.AliasTable;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.DrawnOutline;

/**
 * The blocks of a course run that are drawn from a template: each section, subsection and unit has
 * a size of its own. Keeps two numbers a unit. Immutable.
 */
final class TemplatedOutline implements DrawnOutline {

  private static final int GRADED = 101;
  private static final int COUNTS = 102;
  private static final int LENGTH = 8;

  private final long key;
  private final int forumPosts;
  private final Span videoSeconds;
  private final boolean[] graded;
  private final JsonText[] titles;

  /** The first block of the type below in each chapter, sequential, vertical; all at the end. */
  private final int[] firstSequential;

  private final int[] firstVertical;
  private final int[] firstVideo;
  private final int[] firstProblem;

  /**
   * @param key chooses structure and ids
   * @param forumPosts threads of the forum
   */
  TemplatedOutline(CourseTemplate template, int forumPosts, long key) {
    this.key = key;
    this.forumPosts = forumPosts;
    this.videoSeconds = template.videoSeconds();
    int chapters = template.chapters().pick(draw(BlockType.COURSE, 0));
    this.firstSequential = sums(BlockType.CHAPTER, chapters, template.sequentials()::pick);
    int sequentials = firstSequential[chapters];
    this.firstVertical = sums(BlockType.SEQUENTIAL, sequentials, template.verticals()::pick);
    int verticals = firstVertical[sequentials];
    AliasTable videos = weights(template.videos());
    AliasTable problems = weights(template.problems());
    this.firstVideo = sums(BlockType.VERTICAL, verticals, bits -> videos.pick(Draw.of(bits, 0)));
    this.firstProblem =
        sums(BlockType.VERTICAL, verticals, bits -> problems.pick(Draw.of(bits, 1)));
    this.graded = new boolean[sequentials];
    this.titles = new JsonText[sequentials];
    for (int i = 0; i < sequentials; i++) {
      graded[i] = Draw.chance(Draw.of(Draw.of(key, GRADED), i), template.graded());
      titles[i] = JsonText.of(title(BlockType.SEQUENTIAL, i));
    }
  }

  private interface Picker {
    int pick(long bits);
  }

  private static AliasTable weights(List<Double> weights) {
    return AliasTable.of(weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private long draw(BlockType type, int index) {
    return Draw.of(Draw.of(Draw.of(key, COUNTS), type.ordinal()), index);
  }

  private int[] sums(BlockType type, int count, Picker picker) {
    int[] first = new int[count + 1];
    for (int i = 0; i < count; i++) {
      first[i + 1] = first[i] + picker.pick(draw(type, i));
    }
    return first;
  }

  @Override
  public long key() {
    return key;
  }

  @Override
  public int count(BlockType type) {
    return switch (type) {
      case COURSE -> 1;
      case CHAPTER -> firstSequential.length - 1;
      case SEQUENTIAL -> graded.length;
      case VERTICAL -> firstVideo.length - 1;
      case VIDEO -> firstVideo[firstVideo.length - 1];
      case PROBLEM -> firstProblem[firstProblem.length - 1];
      case HTML -> 0;
    };
  }

  @Override
  public int forumPosts() {
    return forumPosts;
  }

  @Override
  public int items() {
    int items = forumPosts;
    for (BlockType type : BlockType.values()) {
      items += type == BlockType.COURSE ? 0 : count(type);
    }
    return items;
  }

  @Override
  public int verticals(int sequential) {
    return firstVertical[sequential + 1] - firstVertical[sequential];
  }

  /** Such as {@code Unit 2.1.3}: the numbers, within their parents, of all on the way to it. */
  @Override
  public String title(BlockType type, int index) {
    return switch (type) {
      case COURSE -> "";
      case CHAPTER -> "Section " + (index + 1);
      case SEQUENTIAL -> "Subsection " + number(firstSequential, index, "");
      case VERTICAL -> "Unit " + unit(index);
      case VIDEO -> "Video " + leaf(firstVideo, index);
      case PROBLEM, HTML -> type.title() + " " + leaf(firstProblem, index);
    };
  }

  private String leaf(int[] first, int index) {
    int unit = home(first, index);
    return unit(unit) + "." + (index - first[unit] + 1);
  }

  private String unit(int index) {
    int sequential = home(firstVertical, index);
    return number(firstSequential, sequential, "." + (index - firstVertical[sequential] + 1));
  }

  private static String number(int[] first, int index, String rest) {
    int parent = home(first, index);
    return (parent + 1) + "." + (index - first[parent] + 1) + rest;
  }

  /** The parent of a block: the last one whose first block is not behind it. */
  private static int home(int[] first, int index) {
    int low = 0;
    int high = first.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (first[middle] <= index) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public JsonText sequentialText(int index) {
    return titles[index];
  }

  @Override
  public int videoMillis(int video) {
    return 1_000 * videoSeconds.pick(Draw.of(blockKey(BlockType.VIDEO, video), LENGTH));
  }

  @Override
  public void walk(Visitor visitor) {
    for (int chapter = 0; chapter < firstSequential.length - 1; chapter++) {
      visitor.block(BlockType.CHAPTER, chapter, false);
      for (int i = firstSequential[chapter]; i < firstSequential[chapter + 1]; i++) {
        visitor.block(BlockType.SEQUENTIAL, i, graded[i]);
        for (int unit = firstVertical[i]; unit < firstVertical[i + 1]; unit++) {
          visitor.block(BlockType.VERTICAL, unit, graded[i]);
          leaves(BlockType.VIDEO, firstVideo, unit, graded[i], visitor);
          leaves(BlockType.PROBLEM, firstProblem, unit, graded[i], visitor);
        }
      }
    }
  }

  private static void leaves(
      BlockType type, int[] first, int unit, boolean ofGrade, Visitor visitor) {
    for (int leaf = first[unit]; leaf < first[unit + 1]; leaf++) {
      visitor.block(type, leaf, ofGrade);
    }
  }
}
