package org.openedx.devdata.service.aspects.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Removes statements that are found chunk by chunk, many at once, since each DELETE goes through
 * whole parts of the table. Where all statements of their time are among them, the time says which;
 * otherwise their ids. Mutable, not thread-safe.
 */
final class RemovedStatements {

  private static final int TOGETHER = 1_000_000;

  private final SiteTable table;
  private final Set<UUID> ids = new LinkedHashSet<>();
  private Stretch stretch;

  RemovedStatements(SiteTable table) {
    this.table = table;
  }

  /**
   * Takes what there is of a chunk.
   *
   * @param found statements with ids of the chunk
   */
  void add(StatementChunk chunk, List<SiteTable.Found> found) {
    if (found.isEmpty()) {
      return;
    }
    found.forEach(row -> ids.add(row.id()));
    for (Row row : chunk.rows()) {
      Stretch moment = new Stretch(row.micros(), row.micros());
      stretch = stretch == null ? moment : stretch.and(moment);
    }
    if (ids.size() >= TOGETHER) {
      finish();
    }
  }

  void finish() {
    if (ids.isEmpty()) {
      return;
    }
    if (table.count(stretch) == ids.size()) {
      table.delete(stretch);
    } else {
      table.delete(stretch, ids);
    }
    ids.clear();
    stretch = null;
  }
}
