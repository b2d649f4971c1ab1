package org.openedx.devdata.world.dump;

import org.openedx.devdata.world.World;

/** The taxonomies. Immutable. */
record TaxonomyDump(World world, DumpTimes times) implements TableDump {

  @Override
  public DumpTable table() {
    return DumpTable.TAXONOMY;
  }

  @Override
  public int units() {
    return 1;
  }

  @Override
  public long rows(int unit) {
    return world.taxonomies().size();
  }

  @Override
  public void write(int unit, RowWriter out) {
    for (int number = 0; number < world.taxonomies().size(); number++) {
      out.number(number + 1);
      out.text(world.taxonomies().get(number).name());
      times.of("taxonomy", number, 0, 1).write(out);
    }
  }
}
