package org.openedx.devdata.world.dump;

import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.World;

/** The blocks of the courses in order of the tree, once for each publish; a unit is a run. */
record BlockDump(World world, Tags tags, DumpTimes times, boolean videoTimes) implements TableDump {

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
    long blocks = 0;
    for (BlockType type : BlockType.values()) {
      blocks += Tags.count(world.runs().get(unit), type);
    }
    return blocks * world.spec().publishes();
  }

  @Override
  public void write(int unit, RowWriter out) {
    int publishes = world.spec().publishes();
    CourseRun run = world.runs().get(unit);
    for (int publish = 0; publish < publishes; publish++) {
      DumpTimes.Dump dump = times.of(PUBLISH, run.exportNumber(), publish, publishes);
      new Walk(run, tags, dump, videoTimes, out).course();
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

    void course() {
      row(BlockType.COURSE, 0, run.course().title(), false);
      run.outline().walk(this);
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
