package org.openedx.devdata.cli.report.generation;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.generate.stored.StoredTransfer;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/** Reports what ClickHouse has loaded from an object store. Not thread-safe. */
public final class StoredTransferReport {

  private final PrintWriter out;
  private final Paint paint;
  private final Facts facts;

  /**
   * Facts that are known before.
   *
   * @param json whether programs read the report
   * @param quiet whether only the last line is wanted
   * @param source where the files are
   * @param destination the server
   */
  public record Facts(boolean json, boolean quiet, String source, String destination) {}

  public StoredTransferReport(PrintWriter out, Paint paint, Facts facts) {
    this.out = out;
    this.paint = paint;
    this.facts = facts;
  }

  public void print(StoredTransfer.Result result, Duration took) {
    if (facts.json()) {
      JsonRenderer.document(out, StoredResult.of(facts, result, took));
      return;
    }
    if (!facts.quiet()) {
      out.println(paint.bold(facts.source() + " -> " + facts.destination()));
      TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
      table.row(List.of("table", "files", "rows"));
      result
          .rows()
          .forEach(
              (loaded, rows) ->
                  table.row(
                      List.of(
                          loaded.tableName(),
                          "%,d".formatted(result.files().get(loaded)),
                          "%,d".formatted(rows))));
      table.print(out, "  ", paint);
    }
    long statements = result.rows().get(DumpTable.XAPI);
    out.println(
        "Loaded: %s in %s%s."
            .formatted(Amount.of(statements, "statement"), Times.of(took), compared(result)));
    out.flush();
  }

  private static String compared(StoredTransfer.Result result) {
    if (result.expected().isEmpty()) {
      return "; there is no manifest to show whether that is all";
    }
    return result.different().isEmpty() ? ", as many as the manifest states" : "";
  }
}
