package org.openedx.devdata.spec.read;

import java.util.List;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads records of a single kind outside a service's spec, with the same checks and messages.
 * Immutable; safe to share.
 */
public final class KindReader {

  private final RecordReader records;

  public KindReader(Kind kind, KeyParsers keys) {
    KeyHints hints = new KeyHints(new ServiceDescriptor("", "", List.of(), List.of(kind)));
    this.records = new ValueReaders(keys, hints).of(kind);
  }

  /** Reads a list of records. */
  public List<SpecRecord> list(String file, SpecNode node, Problems problems) {
    String label = Shown.quoted(records.kind().name());
    return new RecordsReader(label, records).read(node, new Reading(file, problems));
  }

  /** Reads one record. */
  public SpecRecord one(String file, MapNode node, Problems problems) {
    return records.read(node, 0, null, new Reading(file, problems));
  }
}
