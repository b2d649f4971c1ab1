package org.openedx.devdata.life.course;

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

  /** The sequential of what is in none any more. */
  public static final int NOWHERE = -1;

  private static final long GRACE = 2 * Rhythm.DAY;

  private final CourseRun run;
  private final Habits habits;
  private final CourseTree tree;
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

  private final CourseHistory history;

  public CourseShape(CourseRun run, Habits habits) {
    this.run = run;
    this.habits = habits;
    Outline outline = run.outline();
    this.tree = new CourseTree(outline);
    this.policy = GradingPolicy.of(tree.graded);
    this.assignment = new int[tree.isGraded.length];
    int number = 0;
    for (int i = 0; i < assignment.length; i++) {
      assignment[i] = tree.isGraded[i] ? GradingPolicy.typeOf(number++, tree.graded) : UNGRADED;
    }
    this.problems = new ProblemShape[tree.problemHome.length];
    for (int i = 0; i < problems.length; i++) {
      problems[i] =
          ProblemShape.of(
              outline.blockKey(BlockType.PROBLEM, i), assignment[tree.problemHome[i]] > 0, habits);
    }
    this.possible = possible(tree);
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
    this.millisBefore = new long[tree.units + 1];
    this.problemsBefore = new int[tree.units + 1];
    for (int unit = 0; unit < tree.units; unit++) {
      millisBefore[unit + 1] = millisBefore[unit];
      problemsBefore[unit + 1] = problemsBefore[unit];
      for (int item = tree.firstItem[unit]; item < tree.firstItem[unit + 1]; item++) {
        millisBefore[unit + 1] += type(item) == BlockType.VIDEO ? lengths[block(item)] : 0;
        problemsBefore[unit + 1] += type(item) == BlockType.PROBLEM ? 1 : 0;
      }
    }
    this.history =
        habits.accidents().isAny() ? CourseHistory.of(this, tree) : CourseHistory.of(this);
    for (Accident accident : history.accidents()) {
      if (accident.kind() == Accident.Kind.HARD_PROBLEM) {
        problems[accident.block()] = problems[accident.block()].tooHard(habits);
      }
    }
  }

  /** The same run with another tree. */
  CourseShape(CourseShape before, CourseTree tree, CourseHistory history) {
    this.run = before.run;
    this.habits = before.habits;
    this.tree = tree;
    this.policy = before.policy;
    this.assignment = before.assignment;
    this.problems = before.problems;
    this.possible = possible(tree);
    this.graded = before.graded;
    this.lengths = before.lengths;
    this.millisBefore = before.millisBefore;
    this.problemsBefore = before.problemsBefore;
    this.history = history;
  }

  private double[] possible(CourseTree of) {
    double[] sums = new double[assignment.length];
    for (int i = 0; i < problems.length; i++) {
      if (of.problemHome[i] != NOWHERE) {
        sums[of.problemHome[i]] += problems[i].points();
      }
    }
    return sums;
  }

  /** Accidents and shapes of the run. */
  public CourseHistory history() {
    return history;
  }

  /** The run as one finds it at a moment, microseconds since 1970. */
  public CourseShape at(long moment) {
    return history.at(moment);
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
    return tree.chapters;
  }

  public int sequentials() {
    return assignment.length;
  }

  public int units() {
    return tree.units;
  }

  /** The first unit of a chapter; for the number of chapters, that of units. */
  public int firstUnitOfChapter(int chapter) {
    return tree.firstUnitOfChapter[chapter];
  }

  /** The first sequential of a chapter; for the number of chapters, that of sequentials. */
  public int firstSequential(int chapter) {
    return tree.firstSequentialOfChapter[chapter];
  }

  /** The first unit of a sequential; for the number of sequentials, that of units. */
  public int firstUnit(int sequential) {
    return tree.firstUnit[sequential];
  }

  public int sequentialOf(int unit) {
    return tree.sequentialOf[unit];
  }

  public int chapterOf(int sequential) {
    return tree.chapterOf[sequential];
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
    return tree.firstItem[unit];
  }

  public BlockType type(int item) {
    return tree.types[item];
  }

  /** The number of an item among the blocks of its type. */
  public int block(int item) {
    return tree.blocks[item];
  }

  public ProblemShape problem(int block) {
    return problems[block];
  }

  /** Returns whether a unit was deleted; it keeps its number. */
  public boolean isGone(int unit) {
    return tree.isGone(unit);
  }

  /** Number of units that are there before one; of the number of units, all of them. */
  public int position(int unit) {
    return tree.position(unit);
  }

  /** The unit at a position among those that are there. */
  public int unitAt(int position) {
    return tree.unitAt(position);
  }

  /** The sequential that a problem is in, or {@link #NOWHERE}. */
  public int home(int problem) {
    return tree.problemHome[problem];
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
