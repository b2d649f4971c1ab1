package org.openedx.devdata.world.dump;

/** The taxonomies. Immutable. */
record TaxonomyDump(Tags tags, DumpTimes times) implements TableDump {

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
    return tags.taxonomies().size();
  }

  @Override
  public void write(int unit, RowWriter out) {
    for (Tags.NumberedTaxonomy numbered : tags.taxonomies()) {
      out.number(numbered.id());
      out.text(numbered.taxonomy().name());
      times.of("taxonomy", numbered.id(), 0, 1).write(out);
    }
  }
}
