package org.openedx.devdata.world.dump;

import java.util.List;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.World;

/** The blocks of the courses in order of the tree, once for each publish; a unit is a run. */
record BlockDump(World world, Tags tags, DumpTimes times, CourseHistory history, boolean videoTimes)
    implements TableDump {

  /** The export of a course and of its blocks is one. */
  static final String PUBLISH = "publish";

  @Override
  public DumpTable table() {
    return DumpTable.COURSE_BLOCKS;
  }

  @Override
  public int units() {
    return world.runs().size();
  }

  @Override
  public long rows(int unit) {
    CourseRun run = world.runs().get(unit);
    List<CourseHistory.Edition> editions = history.of(run);
    if (editions.isEmpty()) {
      long blocks = 0;
      for (BlockType type : BlockType.values()) {
        blocks += Tags.count(run, type);
      }
      return blocks * world.spec().publishes();
    }
    long rows = 0;
    for (CourseHistory.Edition edition : editions) {
      rows += blocks(edition.outline());
    }
    return rows + (long) blocks(last(run, editions)) * world.spec().publishes();
  }

  /** Number of blocks of an outline, with the course. */
  private static int blocks(Outline outline) {
    int[] blocks = {1};
    outline.walk((type, index, graded) -> blocks[0]++);
    return blocks[0];
  }

  private static Outline last(CourseRun run, List<CourseHistory.Edition> editions) {
    return editions.isEmpty() ? run.outline() : editions.get(editions.size() - 1).outline();
  }

  @Override
  public void write(int unit, RowWriter out) {
    int publishes = world.spec().publishes();
    CourseRun run = world.runs().get(unit);
    List<CourseHistory.Edition> editions = history.of(run);
    for (int number = 0; number < editions.size(); number++) {
      DumpTimes.Dump dump = times.of(run, number, editions.get(number));
      new Walk(run, tags, dump, videoTimes, out).course(editions.get(number).outline());
    }
    for (int publish = 0; publish < publishes; publish++) {
      DumpTimes.Dump dump = times.of(PUBLISH, run.exportNumber(), publish, publishes);
      new Walk(run, tags, dump, videoTimes, out).course(last(run, editions));
    }
  }

  /** A walk through the tree, depth first, that numbers as it goes. Mutable, not thread-safe. */
  private static final class Walk implements Outline.Visitor {

    /** Seconds, as the plug-in writes them of videos that are shown whole. */
    private static final String UNSET_TIMES =
        "\", \"video_start_time\": 0.0, \"video_end_time\": 0.0";

    private final CourseRun run;
    private final Tags tags;
    private final DumpTimes.Dump dump;
    private final boolean videoTimes;
    private final RowWriter out;
    private final String edited;
    private int order;
    private int section;
    private int subsection;
    private int unit;

    Walk(CourseRun run, Tags tags, DumpTimes.Dump dump, boolean videoTimes, RowWriter out) {
      this.run = run;
      this.tags = tags;
      this.dump = dump;
      this.videoTimes = videoTimes;
      this.out = out;
      this.edited = dump.edited();
    }

    void course(Outline outline) {
      row(BlockType.COURSE, 0, run.course().title(), false);
      outline.walk(this);
    }

    @Override
    public void block(BlockType type, int index, boolean graded) {
      switch (type) {
        case CHAPTER -> {
          section++;
          subsection = 0;
          unit = 0;
        }
        case SEQUENTIAL -> {
          subsection++;
          unit = 0;
        }
        case VERTICAL -> unit++;
        default -> {
          // Is where its vertical is.
        }
      }
      row(type, index, run.outline().title(type, index), graded);
    }

    private void row(BlockType type, int index, String title, boolean graded) {
      out.text(run.course().org());
      out.text(run.key());
      out.text(run.usageKey(type, index));
      out.text(title);
      out.text(data(type, index, graded));
      out.number(++order);
      out.text(edited);
      dump.write(out);
    }

    private String data(BlockType type, int index, boolean graded) {
      return "{\"course\": \""
          + run.course().shortId()
          + "\", \"run\": \""
          + run.courseKey().run()
          + "\", \"block_type\": \""
          + type.key()
          + "\", \"detached\": 0, \"graded\": "
          + (graded ? 1 : 0)
          + ", \"completion_mode\": \""
          + type.completionMode()
          + (videoTimes && type == BlockType.VIDEO ? UNSET_TIMES : "\"")
          + ", \"section\": "
          + section
          + ", \"subsection\": "
          + subsection
          + ", \"unit\": "
          + unit
          + ", \"tags\": "
          + Tags.withAncestors(tags.of(run, type, index))
          + "}";
    }
  }
}
