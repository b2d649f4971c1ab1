package org.openedx.devdata.world.dump;

import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;

/** Tags of objects, once for each publish; a unit is a run. Immutable. */
record ObjectTagDump(World world, Tags tags, RunNumbers numbers, DumpTimes times)
    implements TableDump {

  ObjectTagDump(World world, Tags tags, DumpTimes times) {
    this(world, tags, new RunNumbers(world, DumpTable.OBJECT_TAG, Tags::drawn), times);
  }

  @Override
  public DumpTable table() {
    return DumpTable.OBJECT_TAG;
  }

  @Override
  public int units() {
    return world.runs().size();
  }

  @Override
  public long rows(int unit) {
    return -1;
  }

  @Override
  public void write(int unit, RowWriter out) {
    CourseRun run = world.runs().get(unit);
    int publishes = world.spec().publishes();
    for (int publish = 0; publish < publishes; publish++) {
      DumpTimes.Dump dump = times.of("object_tag", run.exportNumber(), publish, publishes);
      int number = numbers.firstOf(run);
      for (BlockType type : BlockType.values()) {
        for (int index = 0; index < Tags.count(run, type); index++) {
          String object = type == BlockType.COURSE ? run.key() : run.usageKey(type, index);
          for (Tags.Tag tag : tags.of(run, type, index)) {
            out.number(number++);
            out.text(object);
            out.number(tag.taxonomy());
            out.number(tag.id());
            out.text(tag.value());
            out.text(tag.exportId());
            out.text(tag.lineage());
            dump.write(out);
          }
        }
      }
    }
  }
}
