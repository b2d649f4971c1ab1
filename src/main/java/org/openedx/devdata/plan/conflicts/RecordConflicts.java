package org.openedx.devdata.plan.conflicts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * Finds records that contradict each other, in one spec or in those that are loaded before it: a
 * unique value of two records, two values where all agree, and two values of one record, of which
 * every load would write one and then the other. Two services that share a kind share its rows.
 * Used once.
 */
public final class RecordConflicts {

  private final BiFunction<SpecRecord, String, Optional<String>> defaults;
  private final Problems problems;

  /**
   * @param defaults what a unique field of a record gets when it is absent, by the field's name;
   *     empty where that is made so that it is unique
   */
  public RecordConflicts(
      BiFunction<SpecRecord, String, Optional<String>> defaults, Problems problems) {
    this.defaults = defaults;
    this.problems = problems;
  }

  /**
   * @param earlier specs that are loaded before, of whatever services
   */
  public void check(ServiceSpec spec, List<ServiceSpec> earlier) {
    for (Kind kind : spec.descriptor().kinds()) {
      List<SpecRecord> records = spec.of(kind.name());
      if (!records.isEmpty()) {
        List<List<SpecRecord>> before =
            earlier.stream()
                .filter(other -> other.descriptor().kinds().contains(kind))
                .map(other -> other.of(kind.name()))
                .filter(others -> !others.isEmpty())
                .toList();
        kind.unique()
            .forEach(key -> new UniqueFields(kind, key, defaults, problems).check(records, before));
        kind.common().forEach(field -> new CommonValue(field, problems).check(records, before));
        checkSame(kind, records, before);
      }
    }
  }

  /** Two entries that say different things of one record. */
  private void checkSame(Kind kind, List<SpecRecord> records, List<List<SpecRecord>> before) {
    if (before.isEmpty() || kind.identity().isEmpty()) {
      return;
    }
    Map<String, SpecRecord> own = new HashMap<>();
    records.forEach(record -> own.putIfAbsent(kind.identityOf(record), record));
    own.remove(null);
    for (List<SpecRecord> others : before) {
      for (SpecRecord other : others) {
        SpecRecord record = own.get(kind.identityOf(other));
        if (record != null) {
          compare(kind, record, other);
        }
      }
    }
  }

  private void compare(Kind kind, SpecRecord record, SpecRecord other) {
    for (int index = 0; index < kind.fields().size(); index++) {
      Field field = kind.fields().get(index);
      Object value = record.raw(index);
      Object before = other.raw(index);
      if (value != null && before != null && isOneValue(field.type()) && !same(value, before)) {
        problems.add(
            record.positionOf(field.name()),
            "%s of this record in %s is not what %s says of it; every load would write both in turn,"
                    .formatted(Shown.quoted(field.name()), kind, other.positionOf(field.name()))
                + " so say it in one place");
      }
    }
  }

  /** Lists add up. */
  private static boolean isOneValue(FieldType type) {
    return !(type instanceof FieldType.ListOf
        || type instanceof FieldType.MapOf
        || type instanceof FieldType.Records);
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof TimeExpression time && other instanceof TimeExpression second) {
      // A time that follows the clock is only written into new rows.
      return time.relative() || second.relative() || time.equals(second);
    }
    return one instanceof BigDecimal number && other instanceof BigDecimal second
        ? number.compareTo(second) == 0
        : one.equals(other);
  }
}
