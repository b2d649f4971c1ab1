package org.openedx.devdata.cli.report.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.generate.Manifest;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/** A load of generated data, for people: what it will make, and what it has made. */
public record MadeText(GenerationFacts facts) implements TextView<MadeResult> {

  /** Writes what is about to be made. */
  public void begin(GenerationPlan plan, TextOut out) {
    if (out.quiet()) {
      return;
    }
    facts.head(out);
    out.println(
        "  %s of %s, %s; %s"
            .formatted(
                expected(plan),
                Amount.of(plan.model().courses().size(), "course run"),
                Amount.of(facts.config().world().learners(), "learner"),
                Amount.of(facts.config().output().threads(), "thread")));
    out.out().flush();
  }

  /** Events make somewhat more lines than statements. */
  private String expected(GenerationPlan plan) {
    boolean asLines = facts.config().backend().log(facts.config()).isPresent();
    return (asLines ? "about " : "") + Amount.of(plan.statementsOfSlice(), facts.noun());
  }

  @Override
  public void write(MadeResult made, TextOut out) {
    JsonNode tables = made.manifest().get("tables");
    if (!out.quiet()) {
      tables(tables, made, out);
      out.println("  manifest: " + made.manifestFile());
      JsonNode answers = made.manifest().path(Manifest.ANSWERS).path(Manifest.FOLDER);
      if (answers.isTextual()) {
        out.println("  known answers: " + made.manifestFile().resolveSibling(answers.asText()));
      }
    }
    JsonNode xapi = tables.get(DumpTable.XAPI.tableName());
    out.println(
        "Made: %s in %s (%,d/s), seed %d, checksum %s."
            .formatted(
                Amount.of(xapi.get("rows").longValue(), facts.noun()),
                Times.of(made.seconds()),
                made.statementsPerSecond(),
                made.seed(),
                xapi.get("checksum").asText()));
  }

  private static void tables(JsonNode tables, MadeResult result, TextOut out) {
    TextTable table =
        new TextTable(
            List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT));
    table.row(List.of("table", "rows", "size", "written", "time", "checksum"));
    for (DumpTable of : DumpTable.values()) {
      JsonNode made = tables.get(of.tableName());
      if (made == null) {
        continue; // Without personal data there are fewer.
      }
      Duration took = result.tableSeconds().get(of.tableName());
      table.row(
          List.of(
              of.tableName(),
              "%,d".formatted(made.get("rows").longValue()),
              Sizes.of(made.get("bytes").longValue()),
              Sizes.of(made.get("written").longValue()),
              took == null ? "" : Times.of(took),
              made.get("checksum").asText()));
    }
    table.print(out.out(), "  ", out.paint());
  }
}
