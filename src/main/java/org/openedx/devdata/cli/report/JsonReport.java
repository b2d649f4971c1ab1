package org.openedx.devdata.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;

/** A report as programs read it: one JSON document with every row. Not thread-safe. */
public final class JsonReport {

  private final PrintWriter out;

  public JsonReport(PrintWriter out) {
    this.out = out;
  }

  /** Writes the document and a line end. */
  public void write(RunReport report, RunKind kind, Instant now, long seed, Duration took) {
    try (JsonGenerator json = Json.to(out)) {
      json.writeStartObject();
      json.writeStringField("command", kind.command());
      json.writeBooleanField("writes", kind.writes());
      json.writeStringField("now", now.toString());
      json.writeNumberField("seed", seed);
      json.writeNumberField("seconds", took.toMillis() / 1000.0);
      counts(json, report.counts());
      json.writeArrayFieldStart("entries");
      for (EntryReport entry : report.entries()) {
        entry(json, entry);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("warnings");
      for (String warning : report.warnings()) {
        json.writeString(warning);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Json.end(out);
  }

  private static void counts(JsonGenerator json, Counts counts) throws IOException {
    json.writeObjectFieldStart("counts");
    for (Action action : Action.values()) {
      json.writeNumberField(name(action), counts.of(action));
    }
    json.writeEndObject();
  }

  private static void entry(JsonGenerator json, EntryReport entry) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", entry.entry().number());
    json.writeStringField("ida", entry.entry().ida());
    json.writeStringField("spec", entry.entry().spec().file());
    json.writeStringField("target", entry.entry().connection().target());
    json.writeStringField("database", MySqlUrl.masked(entry.entry().connection().url()));
    json.writeStringField("state", name(entry.state()));
    counts(json, entry.counts());
    json.writeArrayFieldStart("tables");
    for (TableReport table : entry.tables()) {
      json.writeStartObject();
      json.writeStringField("table", table.table());
      counts(json, table.counts());
      json.writeArrayFieldStart("rows");
      table.rows(row -> row(json, row));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, RowChange row) {
    try {
      json.writeStartObject();
      json.writeStringField("action", name(row.action()));
      json.writeStringField("purpose", name(row.purpose()));
      json.writeStringField("kind", row.kind());
      json.writeStringField("label", row.label());
      if (!row.reason().isEmpty()) {
        json.writeStringField("reason", row.reason());
      }
      json.writeStringField("record", row.position().toString());
      if (!row.columns().isEmpty()) {
        json.writeArrayFieldStart("columns");
        for (ColumnChange change : row.columns()) {
          json.writeStartObject();
          json.writeStringField("column", change.column());
          json.writeStringField("before", change.before());
          json.writeStringField("after", change.after());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
