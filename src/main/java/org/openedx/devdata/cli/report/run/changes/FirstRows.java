package org.openedx.devdata.cli.report.run.changes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.RowChange;

/** Keeps the first rows of each action and lets the rest go. Not thread-safe. */
public final class FirstRows implements Rows {

  private final int limit;
  private final List<RowChange> kept = new ArrayList<>();
  private final Map<Action, Integer> counts = new EnumMap<>(Action.class);

  /**
   * @param limit maximum number of rows kept of each action
   */
  public FirstRows(int limit) {
    this.limit = limit;
  }

  @Override
  public void add(RowChange change) {
    if (counts.merge(change.action(), 1, Integer::sum) <= limit) {
      kept.add(change);
    }
  }

  @Override
  public void forEach(Consumer<RowChange> consumer) {
    kept.forEach(consumer);
  }

  @Override
  public void close() {
    kept.clear();
  }
}
