package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads a list of records: the value of a top-level key, or of a field. Immutable. */
record RecordsReader(String label, RecordReader record) implements ValueReader {

  /** From so many records on they are read in shares, which other threads may take. */
  private static final int MANY = 4_000;

  private static final int SHARE = 1_000;

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
    if (list.items().size() >= MANY) {
      List<SpecRecord> all = readManyOrNull(list.items(), reading);
      if (all != null) {
        return all;
      }
    }
    return readOneByOne(list, reading);
  }

  /** Reads on several threads; null when a record is not as it should be. */
  private List<SpecRecord> readManyOrNull(List<SpecNode> items, Reading reading) {
    SpecRecord[] records = new SpecRecord[items.size()];
    String[] keys = new String[items.size()];
    Identities identities = new Identities(record.kind());
    boolean good =
        IntStream.range(0, (items.size() + SHARE - 1) / SHARE)
            .parallel()
            .allMatch(
                share -> {
                  Reading own = new Reading(reading.file(), new Problems());
                  SpecRecord neighbour = null;
                  int to = Math.min(items.size(), (share + 1) * SHARE);
                  for (int item = share * SHARE; item < to; item++) {
                    if (!(items.get(item) instanceof MapNode map)) {
                      return false;
                    }
                    neighbour = record.read(map, item, neighbour, own);
                    records[item] = neighbour;
                    keys[item] = identities.identity(neighbour);
                  }
                  return own.problems().isEmpty();
                });
    if (!good) {
      return null;
    }
    for (int item = 0; item < records.length; item++) {
      identities.check(keys[item], (MapNode) items.get(item), reading);
    }
    return List.of(records);
  }

  private List<SpecRecord> readOneByOne(ListNode list, Reading reading) {
    List<SpecRecord> records = new ArrayList<>(list.items().size());
    Identities identities = new Identities(record.kind());
    SpecRecord neighbour = null;
    for (SpecNode item : list.items()) {
      if (item instanceof MapNode map) {
        SpecRecord read = record.read(map, records.size(), neighbour, reading);
        neighbour = read;
        identities.check(read, map, reading);
        records.add(read);
      } else {
        refuse(item, record.kind(), reading);
      }
    }
    return Collections.unmodifiableList(records);
  }

  /** Reports an item that is no mapping. */
  static void refuse(SpecNode item, Kind kind, Reading reading) {
    if (!(item instanceof ScalarNode scalar && scalar.broken())) {
      reading.problem(
          item,
          "a record of %s must be a mapping, not %s; write \"- key: value\""
              .formatted(kind, Reading.shown(item)));
    }
  }
}
