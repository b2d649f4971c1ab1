package org.openedx.devdata.cli.report.generation;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.generate.trial.Estimate;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/** Reports what a load would make. Not thread-safe. */
public final class EstimateReport {

  private final PrintWriter out;
  private final Paint paint;
  private final GenerationFacts facts;

  /**
   * Time for which statements are kept.
   *
   * @param rule the site's rule, or the one that is assumed; nothing when they are kept for ever
   * @param assumption why it is assumed; nothing when the site has stated it
   */
  public record Kept(Optional<String> rule, Optional<String> assumption) {}

  public EstimateReport(PrintWriter out, Paint paint, GenerationFacts facts) {
    this.out = out;
    this.paint = paint;
    this.facts = facts;
  }

  public void print(Estimate estimate, Kept kept) {
    if (facts.json()) {
      JsonRenderer.document(out, EstimateResult.of(facts, estimate, kept));
      return;
    }
    if (!facts.quiet()) {
      facts.head(out, paint);
      tables(estimate);
      estimate
          .written()
          .ifPresent(
              written ->
                  out.println(
                      "  statements in files: about %s (compression: %s)"
                          .formatted(Sizes.of(written), facts.config().output().compression())));
      out.println("  months: " + estimate.months());
      kept(estimate, kept);
    }
    out.println(
        "Dry run: %s, about %s of JSON, %s with %s%s; nothing was written."
            .formatted(
                Amount.of(statements(estimate).count(), "statement"),
                Sizes.of(statements(estimate).bytes()),
                Times.of(Duration.ofMillis(Math.round(estimate.seconds() * 1000))),
                Amount.of(facts.config().output().threads(), "thread"),
                facts.config().backend().needsDatabase() ? " and what servers take" : ""));
    out.flush();
  }

  static Estimate.Rows statements(Estimate estimate) {
    return estimate.tables().get(DumpTable.XAPI);
  }

  private void tables(Estimate estimate) {
    TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
    table.row(List.of("table", "rows", "size"));
    estimate
        .tables()
        .forEach(
            (of, rows) ->
                table.row(
                    List.of(
                        of.tableName(),
                        (rows.exact() ? "" : "about ") + "%,d".formatted(rows.count()),
                        Sizes.of(rows.bytes()))));
    table.print(out, "  ", paint);
  }

  private void kept(Estimate estimate, Kept kept) {
    if (kept.rule().isEmpty()) {
      out.println("  kept: for ever, the site has no TTL");
      return;
    }
    out.println(
        "  kept: %s%s; derived tables drop %s"
            .formatted(
                kept.rule().get(),
                kept.assumption().map(why -> " (assumed: " + why + ")").orElse(""),
                estimate.expired() == 0
                    ? "nothing"
                    : "about " + Amount.of(estimate.expired(), "older statement")));
  }
}
