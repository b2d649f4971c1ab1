package org.openedx.devdata.service.aspects.entry;

import java.util.EnumMap;
import java.util.Map;
import org.openedx.devdata.plan.Action;

/** Rows of a table by what is done with them. Mutable, not thread-safe. */
final class TableCounts {

  private final Map<Action, Long> counts = new EnumMap<>(Action.class);

  void add(Action action, long rows) {
    if (rows > 0) {
      counts.merge(action, rows, Long::sum);
    }
  }

  void add(Difference difference) {
    add(Action.CREATE, difference.creates());
    add(Action.UPDATE, difference.updates());
    add(Action.UNCHANGED, difference.present());
  }

  /** Number of rows that the spec describes. */
  long described() {
    return of(Action.CREATE) + of(Action.UPDATE) + of(Action.UNCHANGED);
  }

  long of(Action action) {
    return counts.getOrDefault(action, 0L);
  }

  Map<Action, Long> all() {
    return counts;
  }
}
