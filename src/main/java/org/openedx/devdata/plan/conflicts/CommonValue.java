package org.openedx.devdata.plan.conflicts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** A field of which all records with one value of another field say the same. Used once. */
final class CommonValue {

  private final Kind.Common field;
  private final Problems problems;
  private final Map<String, SpecRecord> first = new HashMap<>();

  CommonValue(Kind.Common field, Problems problems) {
    this.field = field;
    this.problems = problems;
  }

  void check(List<SpecRecord> records, List<List<SpecRecord>> before) {
    before.forEach(others -> others.forEach(this::earlier));
    for (SpecRecord record : records) {
      SpecRecord other = earlier(record);
      if (other != null && !other.raw(field.name()).equals(record.raw(field.name()))) {
        problems.add(
            record.positionOf(field.name()),
            "%s of this %s is %s at %s; say it once"
                .formatted(
                    field.name(),
                    field.of(),
                    other.raw(field.name()),
                    other.positionOf(field.name())));
      }
    }
  }

  /** The first record that says it of the same; null for a record that says nothing. */
  private SpecRecord earlier(SpecRecord record) {
    return record.raw(field.name()) == null || record.raw(field.of()) == null
        ? null
        : first.computeIfAbsent(Collation.fold(record.raw(field.of()).toString()), any -> record);
  }
}
