package org.openedx.devdata.generate;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.checkpoint.TableState;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Result of a run: what it has delivered.
 *
 * @param plan what was to be done
 * @param delivered what has arrived of each table
 * @param lost the blocks that have not, by their numbers
 * @param written bytes that went out for each table
 */
public record GenerationResult(
    GenerationPlan plan,
    Map<DumpTable, Tally> delivered,
    Map<DumpTable, SortedMap<Integer, Tally>> lost,
    Map<DumpTable, Long> written) {

  static GenerationResult of(GenerationPlan plan, Map<DumpTable, TableState> states) {
    Map<DumpTable, Tally> delivered = new EnumMap<>(DumpTable.class);
    Map<DumpTable, SortedMap<Integer, Tally>> lost = new EnumMap<>(DumpTable.class);
    Map<DumpTable, Long> written = new EnumMap<>(DumpTable.class);
    states.forEach(
        (table, state) -> {
          delivered.put(table, state.tally());
          lost.put(table, state.lost());
          written.put(table, state.written());
        });
    return new GenerationResult(plan, delivered, lost, written);
  }

  /** The result of a run that has nothing left to do; nothing when it has. */
  static Optional<GenerationResult> completed(GenerationPlan plan, CheckpointFile checkpoints) {
    Map<DumpTable, TableState> states = new EnumMap<>(DumpTable.class);
    for (DumpTable table : plan.tables()) {
      TableState state =
          checkpoints.state(table, plan.slice().from(plan.blocks(table)), plan.courses(table));
      if (state.next() < plan.slice().to(plan.blocks(table)) || !state.lost().isEmpty()) {
        return Optional.empty();
      }
      states.put(table, state);
    }
    return Optional.of(of(plan, states));
  }

  /** Number of rows that could not be delivered. */
  public long lostRows() {
    return lost.values().stream().mapToLong(blocks -> rows(blocks.values())).sum();
  }

  /** Number of batches that could not be delivered. */
  public int lostBlocks() {
    return lost.values().stream().mapToInt(Map::size).sum();
  }

  static long rows(Collection<Tally> tallies) {
    return tallies.stream().mapToLong(Tally::rows).sum();
  }
}
