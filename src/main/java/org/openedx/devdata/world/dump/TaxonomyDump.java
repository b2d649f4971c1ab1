package org.openedx.devdata.world.dump;

/** The one taxonomy. Immutable. */
record TaxonomyDump(DumpTimes times) implements TableDump {

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
    return 1;
  }

  @Override
  public void write(int unit, RowWriter out) {
    out.number(Tags.TAXONOMY);
    out.text(Tags.TAXONOMY_NAME);
    times.of("taxonomy", 0, 0, 1).write(out);
  }
}
