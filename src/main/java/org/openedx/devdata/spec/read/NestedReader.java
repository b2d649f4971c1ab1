package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads one record below a key. Immutable. */
record NestedReader(String label, RecordReader record) implements ValueReader {

  @Override
  public Object read(SpecNode node, Reading reading) {
    if (node instanceof MapNode map) {
      return record.read(map, 0, null, reading);
    }
    if (!(node instanceof ScalarNode scalar && scalar.broken())) {
      reading.problem(
          node, label + " must be a mapping, as {key: value}, not " + Reading.shown(node));
    }
    return null;
  }
}
