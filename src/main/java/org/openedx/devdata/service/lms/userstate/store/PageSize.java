package org.openedx.devdata.service.lms.userstate.store;

import java.util.List;

/**
 * Number of rows to read at once: many where states are short, as servers take a while to plan each
 * page; few where they are long, as a page is held in memory. Not thread-safe.
 */
final class PageSize {

  /** Rows of the first page, which shows how long states are; enough for callers that want one. */
  private static final int FIRST = 500;

  private static final int FEWEST = 50;
  private static final long CHARACTERS = 4_000_000;

  /** Characters that a row takes besides its state. */
  private static final int OVERHEAD = 150;

  private final int maximum;
  private int rows = FIRST;

  PageSize(int maximum) {
    this.maximum = maximum;
  }

  int rows() {
    return rows;
  }

  /** Learns from a page that was read. */
  void learn(List<StoredState> page) {
    if (page.isEmpty()) {
      return;
    }
    long characters = 0;
    for (StoredState row : page) {
      characters += OVERHEAD + (row.state() == null ? 0 : row.state().length());
    }
    long fitting = CHARACTERS * page.size() / characters;
    // States get longer within a course, so the next page is at most four times as long.
    rows = (int) Math.max(FEWEST, Math.min(Math.min(fitting, 4L * rows), maximum));
  }
}
