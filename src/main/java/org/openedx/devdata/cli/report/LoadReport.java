package org.openedx.devdata.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.TextTable.Align;
import org.openedx.devdata.load.LoadEstimate;
import org.openedx.devdata.load.LoadPlan;
import org.openedx.devdata.load.Slice;
import org.openedx.devdata.load.config.LoadConfig;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Tells what a load of generated data makes: as text while it goes on, or as one JSON document at
 * the end. Not thread-safe.
 */
public final class LoadReport {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PrintWriter out;
  private final Paint paint;
  private final Facts facts;

  /**
   * What is known before the run.
   *
   * @param json whether programs read the report
   * @param quiet whether only the last line is wanted
   * @param source the configuration's name
   * @param destination where rows go
   * @param config the configuration
   */
  public record Facts(
      boolean json, boolean quiet, String source, String destination, LoadConfig config) {}

  public LoadReport(PrintWriter out, Paint paint, Facts facts) {
    this.out = out;
    this.paint = paint;
    this.facts = facts;
  }

  /** Tells what is about to be made. */
  public void begin(LoadPlan plan) {
    if (facts.json() || facts.quiet()) {
      return;
    }
    head();
    out.println(
        "  %,d statements of %,d course runs, %,d learners; %d threads"
            .formatted(
                plan.statementsOfSlice(),
                plan.model().courses().size(),
                facts.config().world().learners(),
                facts.config().output().threads()));
    out.flush();
  }

  private void head() {
    out.println(paint.bold(facts.source() + " -> " + facts.destination()));
    Slice slice = facts.config().output().slice();
    out.println(
        "  seed %d, %s to %s%s"
            .formatted(
                facts.config().world().seed(),
                LocalDate.ofEpochDay(facts.config().world().startDay()),
                LocalDate.ofEpochDay(facts.config().world().endDay() - 1),
                slice.equals(Slice.WHOLE) ? "" : ", slice " + slice));
  }

  /**
   * Tells what has been made.
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
      ObjectNode root = document();
      root.put("dryRun", false);
      root.put("seconds", took.toMillis() / 1000.0);
      root.put("statementsPerSecond", rate);
      ObjectNode times = root.putObject("tableSeconds");
      tables.forEach((table, time) -> times.put(table.tableName(), time.toMillis() / 1000.0));
      root.put("manifestFile", file.toString());
      root.set("manifest", manifest);
      print(root);
      return;
    }
    if (!facts.quiet()) {
      tables(manifest.get("tables"), tables);
      out.println("  manifest: " + file);
    }
    JsonNode xapi = manifest.at("/tables/" + DumpTable.XAPI.tableName());
    out.println(
        "Made: %,d statements in %s (%,d/s), seed %d, checksum %s."
            .formatted(
                xapi.get("rows").longValue(),
                Summary.seconds(took),
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
              Bytes.of(made.get("bytes").longValue()),
              Bytes.of(made.get("written").longValue()),
              took.containsKey(of) ? Summary.seconds(took.get(of)) : "",
              made.get("checksum").asText()));
    }
    table.print(out, "  ", paint);
  }

  /** Tells what would be made. */
  public void estimate(LoadEstimate estimate) {
    if (facts.json()) {
      ObjectNode root = document();
      root.put("dryRun", true);
      root.put("bytes", estimate.bytes());
      root.put("bytesWritten", estimate.written());
      root.put("seconds", Math.round(estimate.seconds() * 1000) / 1000.0);
      root.put("months", estimate.months());
      root.put("expiredStatements", estimate.expired());
      ObjectNode rows = root.putObject("rows");
      estimate.rows().forEach((table, count) -> rows.put(table.tableName(), known(count)));
      print(root);
      return;
    }
    if (!facts.quiet()) {
      head();
      TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT));
      table.row(List.of("table", "rows"));
      for (Map.Entry<DumpTable, Long> entry : estimate.rows().entrySet()) {
        String rows = entry.getValue() < 0 ? "?" : "%,d".formatted(entry.getValue());
        table.row(List.of(entry.getKey().tableName(), rows));
      }
      table.print(out, "  ", paint);
      out.println(
          "  statements: about %s of JSON, %s as %s; %d months"
              .formatted(
                  Bytes.of(estimate.bytes()),
                  Bytes.of(estimate.written()),
                  facts.config().output().compression(),
                  estimate.months()));
      if (estimate.expired() > 0) {
        out.println(
            "  %,d of all statements are older than a year: Aspects drops them from derived tables by default"
                .formatted(estimate.expired()));
      }
    }
    out.println(
        "Dry run: about %s with %d threads; nothing was written."
            .formatted(
                Summary.seconds(Duration.ofMillis(Math.round(estimate.seconds() * 1000))),
                facts.config().output().threads()));
    out.flush();
  }

  private static Long known(long count) {
    return count < 0 ? null : count;
  }

  private ObjectNode document() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("command", "load-db");
    root.put("config", facts.source());
    root.put("backend", facts.config().backend().key());
    root.put("destination", facts.destination());
    root.put("seed", facts.config().world().seed());
    root.put("slice", facts.config().output().slice().toString());
    return root;
  }

  private void print(ObjectNode root) {
    try (JsonGenerator json = Json.to(out)) {
      MAPPER.writeTree(json, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Json.end(out);
  }
}
