package org.openedx.devdata.world.dump;

/** The tags of the taxonomies. Immutable. */
record TagDump(Tags tags, DumpTimes times) implements TableDump {

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
    return tags.all().size();
  }

  @Override
  public void write(int unit, RowWriter out) {
    for (Tags.Tag tag : tags.all()) {
      out.number(tag.id());
      out.number(tag.taxonomy());
      tag.parent().map(Tags.Tag::id).ifPresentOrElse(out::number, out::noNumber);
      out.text(tag.value());
      out.text(tag.externalId());
      out.text(tag.lineage());
      times.of("tag", tag.id(), 0, 1).write(out);
    }
  }
}
