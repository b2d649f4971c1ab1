package org.openedx.devdata.answers.life;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.World;

/**
 * A course run as charts name it: keys of blocks, and what each subsection holds in the end, when
 * its authors have changed it for the last time. Immutable.
 */
public final class RunFacts {

  private static final int MILLIS = 1_000;

  private final World world;
  private final CourseShape shape;
  private final List<String> modes;
  private final Map<BlockType, String[]> keys = new EnumMap<>(BlockType.class);
  private final Map<Metric, List<Place>> places = new EnumMap<>(Metric.class);
  private final int[] units;
  private final int[] videoHome;
  private final int[] problems;
  private final int[] videos;

  /**
   * @param first the run as it was when it began
   */
  public RunFacts(Lives lives, CourseShape first) {
    this.world = lives.world();
    this.shape = first.at(asOf());
    this.modes = lives.modes(shape.run().index()).stream().map(JsonText::value).toList();
    for (BlockType type : BlockType.values()) {
      if (type != BlockType.COURSE) {
        String[] texts = new String[shape.run().outline().count(type)];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = shape.run().usageKey(type, i);
        }
        keys.put(type, texts);
      }
    }
    this.units = new int[shape.sequentials()];
    this.videoHome = new int[keys.get(BlockType.VIDEO).length];
    this.problems = new int[shape.sequentials()];
    this.videos = new int[shape.sequentials()];
    for (int unit = 0; unit < shape.units(); unit++) {
      count(unit, homeOfUnit(unit));
    }
    for (Metric metric : Metric.values()) {
      places.put(metric, Place.of(this, metric));
    }
  }

  private void count(int unit, int home) {
    boolean isThere = home != CourseShape.NOWHERE;
    if (isThere) {
      units[home]++;
    }
    for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
      BlockType type = shape.type(item);
      if (type == BlockType.VIDEO) {
        videoHome[shape.block(item)] = home;
      }
      if (isThere) {
        problems[home] += type == BlockType.PROBLEM ? 1 : 0;
        videos[home] += type == BlockType.VIDEO ? 1 : 0;
      }
    }
  }

  public World world() {
    return world;
  }

  public CourseShape shape() {
    return shape;
  }

  /** The course key. */
  public String course() {
    return shape.run().key();
  }

  /** The short name of the organisation. */
  public String org() {
    return shape.run().courseKey().org();
  }

  /** The usage key of a block. */
  public String key(BlockType type, int block) {
    return keys.get(type)[block];
  }

  /** Name of a mode by its number. */
  public String mode(int number) {
    return modes.get(number);
  }

  /** The sequential that a unit is in, or {@link CourseShape#NOWHERE}. */
  int homeOfUnit(int unit) {
    return shape.isGone(unit) ? CourseShape.NOWHERE : shape.sequentialOf(unit);
  }

  /** The sequential that a video is in, or {@link CourseShape#NOWHERE}. */
  public int homeOfVideo(int video) {
    return videoHome[video];
  }

  /** Sections and subsections that have items of a kind, in the order of the course. */
  public List<Place> places(Metric metric) {
    return places.get(metric);
  }

  /** Number of units of a sequential. */
  public int units(int sequential) {
    return units[sequential];
  }

  /** Number of problems of a sequential. */
  public int problems(int sequential) {
    return problems[sequential];
  }

  /** Number of videos of a sequential. */
  public int videos(int sequential) {
    return videos[sequential];
  }

  /** Length of a video in whole seconds, as reports cut it. */
  public int seconds(int video) {
    return shape.length(video) / MILLIS;
  }

  /** The moment that figures which depend on the clock are of: the end of the world. */
  public long asOf() {
    return world.spec().endDay() * Rhythm.DAY;
  }

  /** The moment since which a learner counts as active: seven days before. */
  public long activeSince() {
    return asOf() - 7 * Rhythm.DAY;
  }
}
