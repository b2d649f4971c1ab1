package org.openedx.devdata.cli.aspects;

import java.util.List;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.spec.Amount;

/**
 * The derived tables that were made again, for people.
 *
 * @param label where the site is
 */
record RebuildText(String label) implements TextView<RebuildResult> {

  @Override
  public void write(RebuildResult result, TextOut out) {
    List<RebuildResult.RebuiltTable> rebuilt = result.rebuilt();
    if (rebuilt.isEmpty()) {
      out.println("Nothing to rebuild: %s has no derived tables; they are dbt's.".formatted(label));
      return;
    }
    if (!out.quiet()) {
      TextTable table = new TextTable(List.of(TextTable.Align.LEFT, TextTable.Align.RIGHT));
      table.row(List.of("table", "rows"));
      for (RebuildResult.RebuiltTable one : rebuilt) {
        table.row(List.of(one.table(), one.rows().map("%,d"::formatted).orElse("reloaded")));
      }
      table.print(out.out(), "", out.paint());
      out.println();
    }
    long tables = rebuilt.stream().filter(one -> one.rows().isPresent()).count();
    out.println(
        "Rebuilt: %s, %s in %s."
            .formatted(
                Amount.of(tables, "table"),
                Amount.of(rebuilt.size() - tables, "dictionary", "dictionaries"),
                label));
  }
}
