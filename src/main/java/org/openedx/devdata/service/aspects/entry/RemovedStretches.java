package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Removes the statements of frame after frame. Where all statements of a frame's time are ours, the
 * time says which; many such stretches go in one DELETE, since each goes through whole parts of the
 * table. Not thread-safe.
 */
final class RemovedStretches {

  private static final int STRETCHES = 200;

  private final SiteTable table;
  private final List<SiteTable.Stretch> stretches = new ArrayList<>();

  RemovedStretches(SiteTable table) {
    this.table = table;
  }

  void add(StatementChunk chunk, List<SiteTable.Found> found, Difference difference) {
    if (difference.removable() == 0) {
      return;
    }
    if (found.size() == difference.removable()) {
      stretches.add(new SiteTable.Stretch(chunk.from(), chunk.to()));
      if (stretches.size() == STRETCHES) {
        finish();
      }
    } else {
      Set<UUID> ours = new HashSet<>();
      chunk.rows().forEach(row -> ours.add(new UUID(row.high(), row.low())));
      table.delete(found.stream().filter(row -> ours.contains(row.id())).toList());
    }
  }

  void finish() {
    if (!stretches.isEmpty()) {
      table.deleteStretches(stretches);
      stretches.clear();
    }
  }
}
