package org.openedx.devdata.world.dump;

import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.World;

/** The blocks of the courses in order of the tree, once for each publish; a unit is a run. */
record BlockDump(World world, Tags tags, DumpTimes times) implements TableDump {

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
      blocks += world.runs().get(unit).course().size().count(type);
    }
    return blocks * world.spec().publishes();
  }

  @Override
  public void write(int unit, RowWriter out) {
    int publishes = world.spec().publishes();
    for (int publish = 0; publish < publishes; publish++) {
      new Walk(world.runs().get(unit), times.of(PUBLISH, unit, publish, publishes), out).course();
    }
  }

  /** A walk through the tree, depth first, that numbers as it goes. Mutable, not thread-safe. */
  private static final class Walk {

    private final CourseRun run;
    private final Outline outline;
    private final DumpTimes.Dump dump;
    private final RowWriter out;
    private final String edited;
    private int order;
    private int section;
    private int subsection;
    private int unit;
    private boolean graded;

    Walk(CourseRun run, DumpTimes.Dump dump, RowWriter out) {
      this.run = run;
      this.outline = run.outline();
      this.dump = dump;
      this.out = out;
      this.edited = dump.edited();
    }

    void course() {
      row(BlockType.COURSE, 0, run.course().title());
      for (int chapter = 0; chapter < outline.count(BlockType.CHAPTER); chapter++) {
        section++;
        subsection = 0;
        unit = 0;
        row(BlockType.CHAPTER, chapter);
        each(BlockType.CHAPTER, BlockType.SEQUENTIAL, chapter, this::sequential);
      }
    }

    private void sequential(int index) {
      subsection++;
      unit = 0;
      graded = run.outline().graded(index);
      row(BlockType.SEQUENTIAL, index);
      each(BlockType.SEQUENTIAL, BlockType.VERTICAL, index, this::vertical);
      graded = false;
    }

    private void vertical(int index) {
      unit++;
      row(BlockType.VERTICAL, index);
      each(BlockType.VERTICAL, BlockType.VIDEO, index, video -> row(BlockType.VIDEO, video));
      each(
          BlockType.VERTICAL, BlockType.PROBLEM, index, problem -> row(BlockType.PROBLEM, problem));
    }

    private void each(
        BlockType upper, BlockType lower, int index, java.util.function.IntConsumer visit) {
      int first = outline.first(upper, lower, index);
      for (int i = 0; i < outline.within(upper, lower, index); i++) {
        visit.accept(first + i);
      }
    }

    private void row(BlockType type, int index) {
      row(type, index, outline.title(type, index));
    }

    private void row(BlockType type, int index, String title) {
      out.text(run.course().org());
      out.text(run.key());
      out.text(run.usageKey(type, index));
      out.text(title);
      out.text(data(type, index));
      out.number(++order);
      out.text(edited);
      dump.write(out);
    }

    private String data(BlockType type, int index) {
      return "{\"course\": \""
          + run.course().shortId()
          + "\", \"run\": \""
          + run.number()
          + "\", \"block_type\": \""
          + type.key()
          + "\", \"detached\": 0, \"graded\": "
          + (graded ? 1 : 0)
          + ", \"completion_mode\": \""
          + type.completionMode()
          + "\", \"section\": "
          + section
          + ", \"subsection\": "
          + subsection
          + ", \"unit\": "
          + unit
          + ", \"tags\": "
          + Tags.withAncestors(Tags.of(run, type, index))
          + "}";
    }
  }
}
