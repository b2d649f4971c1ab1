package org.openedx.devdata.life.course;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseFacts;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.Rhythm;

/**
 * A course run as learners meet it: chapters with their units in order, what each unit holds, what
 * is graded, and when it is due. Immutable; to be shared only between readers that do not write to
 * the arrays.
 */
public final class CourseShape {

  /** Type of what counts for no grade. */
  public static final int UNGRADED = -1;

  private static final long GRACE = 2 * Rhythm.DAY;

  private final CourseRun run;
  private final Habits habits;
  private final Builder built;
  private final GradingPolicy policy;
  private final int[] assignment;
  private final double[] possible;

  /** The sequentials of each assignment type that have points. */
  private final int[][] graded;

  private final ProblemShape[] problems;
  private final int[] lengths;

  /** Milliseconds of videos, and problems, before each unit; all of them at the end. */
  private final long[] millisBefore;

  private final int[] problemsBefore;

  /** Findings of a walk over the outline. */
  private static final class Builder implements Outline.Visitor {
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

    Builder(Outline outline) {
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

    private int sequentials;

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
  }

  public CourseShape(CourseRun run, Habits habits) {
    this.run = run;
    this.habits = habits;
    Outline outline = run.outline();
    this.built = new Builder(outline);
    this.policy = GradingPolicy.of(built.graded);
    this.assignment = new int[built.isGraded.length];
    int number = 0;
    for (int i = 0; i < assignment.length; i++) {
      assignment[i] = built.isGraded[i] ? GradingPolicy.typeOf(number++, built.graded) : UNGRADED;
    }
    this.possible = new double[assignment.length];
    this.problems = new ProblemShape[built.problemHome.length];
    for (int i = 0; i < problems.length; i++) {
      int home = built.problemHome[i];
      problems[i] =
          ProblemShape.of(outline.blockKey(BlockType.PROBLEM, i), assignment[home] > 0, habits);
      possible[home] += problems[i].points();
    }
    this.graded = new int[policy.types().size()][];
    for (int type = 0; type < graded.length; type++) {
      int wanted = type;
      graded[type] =
          IntStream.range(0, assignment.length)
              .filter(i -> assignment[i] == wanted && possible[i] > 0)
              .toArray();
    }
    this.lengths = new int[outline.count(BlockType.VIDEO)];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = outline.videoMillis(i);
    }
    this.millisBefore = new long[built.units + 1];
    this.problemsBefore = new int[built.units + 1];
    for (int unit = 0; unit < built.units; unit++) {
      millisBefore[unit + 1] = millisBefore[unit];
      problemsBefore[unit + 1] = problemsBefore[unit];
      for (int item = built.firstItem[unit]; item < built.firstItem[unit + 1]; item++) {
        millisBefore[unit + 1] += type(item) == BlockType.VIDEO ? lengths[block(item)] : 0;
        problemsBefore[unit + 1] += type(item) == BlockType.PROBLEM ? 1 : 0;
      }
    }
  }

  public CourseRun run() {
    return run;
  }

  public Habits habits() {
    return habits;
  }

  /** Returns whether all is released at the start, as the habits or the course say. */
  public boolean selfPaced() {
    return habits.selfPaced() || run.facts().filter(CourseFacts::selfPaced).isPresent();
  }

  public GradingPolicy policy() {
    return policy;
  }

  public int chapters() {
    return built.chapters;
  }

  public int sequentials() {
    return assignment.length;
  }

  public int units() {
    return built.units;
  }

  /** The first unit of a chapter; for the number of chapters, that of units. */
  public int firstUnitOfChapter(int chapter) {
    return built.firstUnitOfChapter[chapter];
  }

  /** The first sequential of a chapter; for the number of chapters, that of sequentials. */
  public int firstSequential(int chapter) {
    return built.firstSequentialOfChapter[chapter];
  }

  /** The first unit of a sequential; for the number of sequentials, that of units. */
  public int firstUnit(int sequential) {
    return built.firstUnit[sequential];
  }

  public int sequentialOf(int unit) {
    return built.sequentialOf[unit];
  }

  public int chapterOf(int sequential) {
    return built.chapterOf[sequential];
  }

  /** The assignment type of a sequential in the policy, or {@link #UNGRADED}. */
  public int assignment(int sequential) {
    return assignment[sequential];
  }

  /** The sequentials of an assignment type that have points; not to be changed. */
  public int[] graded(int type) {
    return graded[type];
  }

  /** Points of all problems of a sequential. */
  public double possible(int sequential) {
    return possible[sequential];
  }

  /** The first item of a unit; for the number of units, that of items. */
  public int firstItem(int unit) {
    return built.firstItem[unit];
  }

  public BlockType type(int item) {
    return built.types[item];
  }

  /** The number of an item among the blocks of its type. */
  public int block(int item) {
    return built.blocks[item];
  }

  public ProblemShape problem(int block) {
    return problems[block];
  }

  /** The sequential that a problem is in. */
  public int home(int problem) {
    return built.problemHome[problem];
  }

  /** Length of a video in milliseconds. */
  public int length(int video) {
    return lengths[video];
  }

  /** Milliseconds of all videos of some units. */
  public long videoMillis(int fromUnit, int toUnit) {
    return millisBefore[toUnit] - millisBefore[fromUnit];
  }

  /** Number of problems of some units. */
  public int problems(int fromUnit, int toUnit) {
    return problemsBefore[toUnit] - problemsBefore[fromUnit];
  }

  /** The start of the run, microseconds since 1970. */
  public long start() {
    return run.startDay() * Rhythm.DAY;
  }

  /** The end of the run, microseconds since 1970. */
  public long end() {
    return run.endDay() * Rhythm.DAY;
  }

  /** Time from one chapter's release to the next, in microseconds. */
  public long period() {
    return (end() - start()) / Math.max(1, chapters());
  }

  /** The release of a chapter, microseconds since 1970. */
  public long released(int chapter) {
    return selfPaced() ? start() : start() + chapter * period() / Rhythm.DAY * Rhythm.DAY;
  }

  /** The moment from which on answers to what is graded in a chapter are late. */
  public long due(int chapter) {
    return selfPaced()
        ? end()
        : Math.min(end(), start() + (chapter + 1) * period() / Rhythm.DAY * Rhythm.DAY + GRACE);
  }
}
