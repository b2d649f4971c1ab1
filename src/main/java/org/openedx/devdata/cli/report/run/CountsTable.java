package org.openedx.devdata.cli.report.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.plan.Action;

/** The counts of a report by service and table. Stateless. */
public final class CountsTable {

  private CountsTable() {}

  private record Place(String ida, String table) {}

  /** Writes the table; nothing when the report has no rows. */
  public static void print(RunReport report, RunKind kind, PrintWriter out, Paint paint) {
    Map<Place, Counts> places = new LinkedHashMap<>();
    for (EntryReport entry : report.entries()) {
      if (entry.state() == EntryReport.State.DONE) {
        for (TableReport table : entry.tables()) {
          places
              .computeIfAbsent(new Place(entry.entry().ida(), table.table()), place -> new Counts())
              .add(table.counts());
        }
      }
    }
    if (places.isEmpty()) {
      return;
    }
    List<Action> actions = kind.actions(report.counts());
    List<TextTable.Align> columns = new ArrayList<>();
    columns.add(TextTable.Align.LEFT);
    columns.add(TextTable.Align.LEFT);
    actions.forEach(action -> columns.add(TextTable.Align.RIGHT));
    TextTable table = new TextTable(columns);
    table.row(cells("service", "table", actions.stream().map(kind::word).toList()));
    places.forEach(
        (place, counts) -> table.row(cells(place.ida(), place.table(), numbers(actions, counts))));
    if (places.size() > 1) {
      table.row(cells("", "total", numbers(actions, report.counts())));
    }
    table.print(out, "", paint);
    out.println();
  }

  private static List<String> cells(String ida, String table, List<String> rest) {
    List<String> cells = new ArrayList<>(List.of(ida, table));
    cells.addAll(rest);
    return cells;
  }

  private static List<String> numbers(List<Action> actions, Counts counts) {
    List<String> numbers = new ArrayList<>();
    for (Action action : actions) {
      long count = counts.of(action);
      numbers.add(count == 0 ? "-" : "%,d".formatted(count)); // So that the others stand out.
    }
    return numbers;
  }
}
