package org.openedx.devdata.load;

import java.util.EnumMap;
import java.util.Map;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * What a run has delivered.
 *
 * @param plan what was to be done
 * @param delivered what has arrived of each table
 * @param lost what has not
 * @param written bytes that went out for each table
 */
public record LoadResult(
    LoadPlan plan,
    Map<DumpTable, Tally> delivered,
    Map<DumpTable, Tally> lost,
    Map<DumpTable, Long> written) {

  static LoadResult of(LoadPlan plan, Map<DumpTable, TableState> states) {
    Map<DumpTable, Tally> delivered = new EnumMap<>(DumpTable.class);
    Map<DumpTable, Tally> lost = new EnumMap<>(DumpTable.class);
    Map<DumpTable, Long> written = new EnumMap<>(DumpTable.class);
    states.forEach(
        (table, state) -> {
          delivered.put(table, state.tally());
          lost.put(table, state.lost());
          written.put(table, state.written());
        });
    return new LoadResult(plan, delivered, lost, written);
  }

  /** How many rows could not be delivered. */
  public long lostRows() {
    return lost.values().stream().mapToLong(Tally::rows).sum();
  }
}
