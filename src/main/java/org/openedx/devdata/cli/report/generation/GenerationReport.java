package org.openedx.devdata.cli.report.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Reports what a load of generated data makes: as text while it goes on, or as one JSON document at
 * the end. Not thread-safe.
 */
public final class GenerationReport {

  private final PrintWriter out;
  private final Paint paint;
  private final GenerationFacts facts;

  public GenerationReport(PrintWriter out, Paint paint, GenerationFacts facts) {
    this.out = out;
    this.paint = paint;
    this.facts = facts;
  }

  /** Prints what is about to be made. */
  public void begin(GenerationPlan plan) {
    if (facts.json() || facts.quiet()) {
      return;
    }
    facts.head(out, paint);
    out.println(
        "  %s of %s, %s; %s"
            .formatted(
                Amount.of(plan.statementsOfSlice(), "statement"),
                Amount.of(plan.model().courses().size(), "course run"),
                Amount.of(facts.config().world().learners(), "learner"),
                Amount.of(facts.config().output().threads(), "thread")));
    out.flush();
  }

  /**
   * Prints what has been made.
   *
   * @param statements that this process has made
   * @param took how long that took
   * @param tables how long each table took of those that were not done before
   */
  public void end(
      ObjectNode manifest,
      Path file,
      long statements,
      Duration took,
      Map<DumpTable, Duration> tables) {
    double seconds = Math.max(1, took.toMillis()) / 1000.0;
    long rate = Math.round(statements / seconds);
    if (facts.json()) {
      JsonRenderer.document(out, MadeResult.of(facts, rate, took, tables, file, manifest));
      return;
    }
    if (!facts.quiet()) {
      tables(manifest.get("tables"), tables);
      out.println("  manifest: " + file);
    }
    JsonNode xapi = manifest.at("/tables/" + DumpTable.XAPI.tableName());
    out.println(
        "Made: %s in %s (%,d/s), seed %d, checksum %s."
            .formatted(
                Amount.of(xapi.get("rows").longValue(), "statement"),
                Times.of(took),
                rate,
                facts.config().world().seed(),
                xapi.get("checksum").asText()));
    out.flush();
  }

  private void tables(JsonNode tables, Map<DumpTable, Duration> took) {
    TextTable table =
        new TextTable(
            List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT));
    table.row(List.of("table", "rows", "size", "written", "time", "checksum"));
    for (DumpTable of : DumpTable.values()) {
      JsonNode made = tables.get(of.tableName());
      if (made == null) {
        continue; // Without personal data there are fewer.
      }
      table.row(
          List.of(
              of.tableName(),
              "%,d".formatted(made.get("rows").longValue()),
              Sizes.of(made.get("bytes").longValue()),
              Sizes.of(made.get("written").longValue()),
              took.containsKey(of) ? Times.of(took.get(of)) : "",
              made.get("checksum").asText()));
    }
    table.print(out, "  ", paint);
  }
}
