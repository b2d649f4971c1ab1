package org.openedx.devdata.world.dump;

import org.openedx.devdata.world.Learners;
import org.openedx.devdata.world.World;

/** The external ids of the learners, in units of ten thousand. Immutable. */
record ExternalIdDump(World world, DumpTimes times) implements TableDump {

  static final int UNIT = 10_000;

  @Override
  public DumpTable table() {
    return DumpTable.EXTERNAL_ID;
  }

  @Override
  public int units() {
    return (world.learners().count() + UNIT - 1) / UNIT;
  }

  @Override
  public long rows(int unit) {
    return Math.min(UNIT, world.learners().count() - unit * UNIT);
  }

  @Override
  public void write(int unit, RowWriter out) {
    Learners learners = world.learners();
    int end = (int) ((long) unit * UNIT + rows(unit));
    for (int learner = unit * UNIT; learner < end; learner++) {
      out.uuid(learners.accountHigh(learner), learners.accountLow(learner));
      out.text("xapi");
      out.text(learners.username(learner));
      out.number(learners.userId(learner));
      times.of("external_id", learners.exportNumber(learner), 0, 1).write(out);
    }
  }
}
