package org.openedx.devdata.life.habit;

import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * A key that holds a number.
 *
 * @param minimum smallest value
 * @param maximum largest value
 */
public record LimitedKey(String name, double minimum, double maximum, String summary) {

  /** The keys as fields, all optional. */
  public static List<Field> fields(List<LimitedKey> keys) {
    return keys.stream()
        .map(key -> Field.of(key.name(), new FieldType.Real(), key.summary()))
        .toList();
  }

  /** Reports values that are out of their limits. */
  public static void check(List<LimitedKey> keys, SpecRecord record, Problems problems) {
    for (LimitedKey key : keys) {
      record
          .get(key.name(), Double.class)
          .filter(value -> !(value >= key.minimum() && value <= key.maximum()))
          .ifPresent(
              value ->
                  problems.add(
                      record.positionOf(key.name()),
                      "%s is %s; write a number from %s to %s"
                          .formatted(key.name(), value, key.minimum(), key.maximum())));
    }
  }
}
