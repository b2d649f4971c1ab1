package org.openedx.devdata.world.dump;

/** The tags of the taxonomy. Immutable. */
record TagDump(DumpTimes times) implements TableDump {

  @Override
  public DumpTable table() {
    return DumpTable.TAG;
  }

  @Override
  public int units() {
    return 1;
  }

  @Override
  public long rows(int unit) {
    return Tags.all().size();
  }

  @Override
  public void write(int unit, RowWriter out) {
    for (Tags.Tag tag : Tags.all()) {
      out.number(tag.id());
      out.number(Tags.TAXONOMY);
      if (tag.parent() == 0) {
        out.noNumber();
      } else {
        out.number(tag.parent());
      }
      out.text(tag.value());
      out.text(tag.externalId());
      out.text(tag.lineage());
      times.of("tag", tag.id(), 0, 1).write(out);
    }
  }
}
