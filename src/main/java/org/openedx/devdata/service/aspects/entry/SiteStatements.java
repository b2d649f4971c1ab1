package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Statements that a site has, for comparing: months of them are read once, however many chunks lie
 * in them, and forgotten when no more do. Months with very many are asked for single ids instead.
 * Mutable, not thread-safe.
 */
final class SiteStatements {

  /** Statements that are read at a time, where a month has fewer. */
  private static final long ENOUGH = 65_536;

  /** Statements that are kept at a time: some hundred megabytes. */
  private static final long MAXIMUM = 2_000_000;

  private final SiteTable table;

  /** Windows by their first moment. */
  private final NavigableMap<Long, Window> windows = new TreeMap<>();

  private final Map<Window, IdSet> read = new HashMap<>();

  /**
   * Some months.
   *
   * @param rows how many there are in them
   */
  private record Window(Stretch stretch, long rows) {

    Window and(Window later) {
      return new Window(stretch.and(later.stretch), rows + later.rows);
    }
  }

  SiteStatements(SiteTable table) {
    this.table = table;
    Window open = null;
    for (Map.Entry<Integer, Long> month : table.months().entrySet()) {
      Window one = new Window(Stretch.ofMonth(month.getKey()), month.getValue());
      open = open == null ? one : open.and(one);
      if (open.rows() >= ENOUGH) {
        windows.put(open.stretch().from(), open);
        open = null;
      }
    }
    if (open != null) {
      windows.put(open.stretch().from(), open);
    }
  }

  /** The statements with ids of a chunk. */
  List<SiteTable.Found> like(StatementChunk chunk) {
    read.keySet().removeIf(window -> window.stretch().to() < chunk.begins());
    Map<Window, List<Row>> byWindow = new HashMap<>();
    for (Row row : chunk.rows()) {
      Map.Entry<Long, Window> window = windows.floorEntry(row.micros());
      if (window != null && row.micros() <= window.getValue().stretch().to()) {
        byWindow.computeIfAbsent(window.getValue(), any -> new ArrayList<>()).add(row);
      }
    }
    List<SiteTable.Found> found = new ArrayList<>();
    byWindow.forEach((window, rows) -> find(window, rows, found));
    return found;
  }

  private void find(Window window, List<Row> rows, List<SiteTable.Found> found) {
    if (window.rows() > MAXIMUM) {
      found.addAll(table.find(window.stretch(), rows.stream().map(Row::id).toList()));
      return;
    }
    IdSet there = read.computeIfAbsent(window, any -> table.between(window.stretch()));
    for (Row row : rows) {
      there.of(row.high(), row.low(), hash -> found.add(new SiteTable.Found(row.id(), hash)));
    }
  }
}
