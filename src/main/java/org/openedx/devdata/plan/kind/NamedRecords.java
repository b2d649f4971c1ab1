package org.openedx.devdata.plan.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** Goes through the names that a rule's field has in the records of a spec. Not thread-safe. */
public final class NamedRecords {

  /** Blocks whose course is remembered; learners' records name the same ones again and again. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, String> courses = new HashMap<>();

  /** Takes a name. */
  public interface Visitor {

    /**
     * @param name what is named
     * @param position gives the place of the name
     */
    void name(String name, Supplier<Position> position);
  }

  /** In the order of the file. */
  public void each(ReferenceRule rule, ServiceSpec spec, Visitor visitor) {
    for (SpecRecord record : spec.of(rule.kind())) {
      each(rule, record, 0, visitor);
    }
  }

  private void each(ReferenceRule rule, SpecRecord record, int depth, Visitor visitor) {
    if (depth < rule.path().size()) {
      for (SpecRecord nested : record.records(rule.path().get(depth))) {
        each(rule, nested, depth + 1, visitor);
      }
      return;
    }
    Object value = record.raw(rule.field());
    if (value instanceof String text) {
      visitor.name(name(rule, record, text), () -> record.positionOf(rule.field()));
    } else if (value instanceof List<?> list) {
      for (int item = 0; item < list.size(); item++) {
        int place = item;
        visitor.name((String) list.get(item), () -> record.positionOf(rule.field(), place));
      }
    }
  }

  /** A block names the course that it is in. */
  private String name(ReferenceRule rule, SpecRecord record, String text) {
    if (!(record.kind().fields().get(record.kind().indexOf(rule.field())).type()
        instanceof FieldType.UsageKeyText)) {
      return text;
    }
    String course = courses.get(text);
    if (course == null) {
      course = UsageKey.parse(text).contextKey().map(Object::toString).orElse("");
      if (courses.size() < REMEMBERED) {
        courses.put(text, course);
      }
    }
    return course;
  }
}
