package org.openedx.devdata.cli.report.generation;

import java.util.List;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.generate.stored.StoredTransfer;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Files that ClickHouse has loaded, for people.
 *
 * @param loaded rows, and how many the manifest states
 */
public record StoredText(StoredTransfer.Result loaded) implements TextView<StoredResult> {

  @Override
  public void write(StoredResult result, TextOut out) {
    if (!out.quiet()) {
      out.println(out.paint().bold(result.source() + " -> " + result.destination()));
      TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
      table.row(List.of("table", "files", "rows"));
      result
          .tables()
          .forEach(
              (name, of) ->
                  table.row(
                      List.of(name, "%,d".formatted(of.files()), "%,d".formatted(of.rows()))));
      table.print(out.out(), "  ", out.paint());
    }
    out.println(
        "Loaded: %s in %s%s."
            .formatted(
                Amount.of(loaded.rows().get(DumpTable.XAPI), "statement"),
                Times.of(result.seconds()),
                compared()));
  }

  private String compared() {
    if (loaded.expected().isEmpty()) {
      return "; there is no manifest to show whether that is all";
    }
    return loaded.different().isEmpty() ? ", as many as the manifest states" : "";
  }
}
