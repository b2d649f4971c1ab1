package org.openedx.devdata.spec.series;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Records of one kind of the same spec, by name: {@code for_each: {users: "learner_*"}}. Immutable.
 *
 * @param records in the order of the spec
 */
record RecordAxis(Kind kind, List<SpecRecord> records) implements Axis.Named {

  @Override
  public int size() {
    return records.size();
  }

  @Override
  public String name() {
    return kind.name();
  }

  @Override
  public List<String> fields() {
    return kind.fields().stream().map(Field::name).toList();
  }

  @Override
  public Optional<String> value(int element, String field) {
    Object value = records.get(element).raw(field);
    return value instanceof String || value instanceof Number
        ? Optional.of(value.toString())
        : Optional.empty();
  }
}
