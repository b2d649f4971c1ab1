package org.openedx.devdata.cli.keep;

import java.util.List;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.TextView;

/** Ledgers as people read them. Stateless. */
final class LedgerText implements TextView<LedgerResult> {

  @Override
  public void write(LedgerResult result, TextOut out) {
    if (result.databases().stream().allMatch(database -> database.specs().isEmpty())) {
      out.println("No load is remembered.");
      return;
    }
    for (LedgerResult.DatabaseResult database : result.databases()) {
      out.println(out.paint().bold(database.database()));
      for (LedgerResult.SpecResult spec : database.specs()) {
        out.println(
            "  %s  %s, loaded at %s by devdata %s"
                    .formatted(Printable.of(spec.spec()), spec.ida(), spec.at(), spec.version())
                + out.paint()
                    .dim(
                        " from %s on %s"
                            .formatted(Printable.of(spec.folder()), Printable.of(spec.host()))));
        rows(spec, out);
        out.println();
      }
    }
  }

  private static void rows(LedgerResult.SpecResult spec, TextOut out) {
    TextTable table = new TextTable(List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT));
    table.row(List.of("kind", "table", "created", "adopted"));
    for (LedgerResult.RowsResult rows : spec.rows()) {
      table.row(List.of(rows.kind(), rows.table(), number(rows.created()), number(rows.adopted())));
    }
    table.print(out.out(), "    ", out.paint());
  }

  private static String number(long rows) {
    return rows == 0 ? "-" : "%,d".formatted(rows);
  }
}
