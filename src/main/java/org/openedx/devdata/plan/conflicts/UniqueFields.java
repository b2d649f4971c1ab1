package org.openedx.devdata.plan.conflicts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/**
 * A key of several fields that no two records may have alike. Where the last one is a list, each of
 * its elements is such a value. Used once.
 */
final class UniqueFields {

  private final Kind kind;
  private final List<String> fields;
  private final String last;
  private final BiFunction<SpecRecord, String, Optional<String>> defaults;
  private final Problems problems;
  private final Map<String, SpecRecord> said = new HashMap<>();

  UniqueFields(
      Kind kind,
      List<String> fields,
      BiFunction<SpecRecord, String, Optional<String>> defaults,
      Problems problems) {
    this.kind = kind;
    this.fields = fields;
    this.last = fields.get(fields.size() - 1);
    this.defaults = defaults;
    this.problems = problems;
  }

  /** First what records say, then what those get that say nothing: defaults differ. */
  void check(List<SpecRecord> records, List<List<SpecRecord>> before) {
    before.forEach(others -> others.forEach(other -> take(other, false)));
    records.forEach(record -> take(record, true));
    if (!said.isEmpty()) {
      before.forEach(others -> others.forEach(this::defaulted));
      records.forEach(this::defaulted);
    }
  }

  private void take(SpecRecord record, boolean report) {
    List<String> values = values(record, false);
    for (int i = 0; i < values.size(); i++) {
      SpecRecord other = said.putIfAbsent(values.get(i), record);
      if (report && other != null && differ(record, other)) {
        report(record, i, other, "is already that of the record at ");
      }
    }
  }

  private void defaulted(SpecRecord record) {
    for (String value : values(record, true)) {
      SpecRecord other = said.get(value);
      if (other != null && differ(record, other)) {
        report(
            /* record= */ other,
            /* element= */ 0,
            /* other= */ record,
            "is what the record gets that says nothing of it, at ");
      }
    }
  }

  private boolean differ(SpecRecord record, SpecRecord other) {
    String identity = kind.identityOf(record);
    return !record.equals(other) && (identity == null || !identity.equals(kind.identityOf(other)));
  }

  /**
   * The key's values, folded: one, or one for each element.
   *
   * @param byDefault true for records that leave one of the fields to its default, false for those
   *     that give all
   * @return empty for any other record, and for one in which a value is missing or null
   */
  private List<String> values(SpecRecord record, boolean byDefault) {
    if (byDefault != fields.stream().anyMatch(field -> record.raw(field) == null)) {
      return List.of();
    }
    List<String> values = List.of("");
    for (String field : fields) {
      Object written = record.raw(field);
      if (written == null) {
        written = defaults.apply(record, field).orElse(null);
      }
      if (written == null || written == SpecRecord.NULL) {
        return List.of();
      }
      values = extended(values, written instanceof List<?> list ? list : List.of(written));
    }
    return values;
  }

  private static List<String> extended(List<String> keys, List<?> elements) {
    List<String> extended = new ArrayList<>();
    for (String key : keys) {
      for (Object element : elements) {
        extended.add(key + Collation.fold(element.toString()) + '\0');
      }
    }
    return extended;
  }

  private void report(SpecRecord record, int element, SpecRecord other, String what) {
    boolean list = record.raw(last) instanceof List<?>;
    Object value = list ? record.texts(last).get(element) : record.raw(last);
    Position there = other.has(last) ? other.positionOf(last) : other.position();
    problems.add(
        list ? record.positionOf(last, element) : record.positionOf(last),
        "%s %s %s%s; %s must be a different one for each"
            .formatted(
                last, Shown.quoted(String.valueOf(value)), what, there, kind.name() + "." + last));
  }
}
