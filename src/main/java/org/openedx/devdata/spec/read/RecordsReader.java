package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads a list of records: the value of a top-level key, or of a field. Immutable. */
record RecordsReader(String label, RecordReader record) implements ValueReader {

  @Override
  public List<SpecRecord> read(SpecNode node, Reading reading) {
    if (node instanceof ScalarNode scalar && (scalar.isNull() || scalar.broken())) {
      return List.of();
    }
    if (!(node instanceof ListNode list)) {
      String hint =
          node instanceof MapNode ? "; begin each record with \"- \"" : "; write \"- key: value\"";
      reading.problem(
          node, label + " must be a list of records, not " + Reading.shown(node) + hint);
      return List.of();
    }
    List<SpecRecord> records = new ArrayList<>(list.items().size());
    Identities identities = new Identities(record.kind());
    SpecRecord neighbour = null;
    for (SpecNode item : list.items()) {
      if (item instanceof MapNode map) {
        SpecRecord read = record.read(map, records.size(), neighbour, reading);
        neighbour = read;
        identities.check(read, map, reading);
        records.add(read);
      } else if (!(item instanceof ScalarNode scalar && scalar.broken())) {
        reading.problem(
            item,
            "a record of %s must be a mapping, not %s; write \"- key: value\""
                .formatted(record.kind(), Reading.shown(item)));
      }
    }
    return Collections.unmodifiableList(records);
  }
}
