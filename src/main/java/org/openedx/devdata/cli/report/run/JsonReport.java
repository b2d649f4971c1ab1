package org.openedx.devdata.cli.report.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.openedx.devdata.cli.report.failure.Failure;
import org.openedx.devdata.cli.report.failure.JsonFailure;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;

/**
 * A report as programs read it: one JSON document with every row, one line for each. Not
 * thread-safe.
 */
public final class JsonReport {

  private final PrintWriter out;
  private final JsonFactory compact = new JsonFactory();

  public JsonReport(PrintWriter out) {
    this.out = out;
  }

  /** Writes the document and a line end. */
  public void write(RunReport report, RunFacts facts) {
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      json.writeStringField("command", facts.kind().command());
      json.writeNumberField("exitCode", facts.exitCode());
      json.writeStringField("now", facts.now().toString());
      json.writeNumberField("seed", facts.seed());
      json.writeNumberField("seconds", facts.took().toMillis() / 1000.0);
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
      error(json, report.failure());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonLayout.end(out);
  }

  private static void error(JsonGenerator json, Optional<Failure> failure) throws IOException {
    if (failure.isPresent()) {
      json.writeFieldName("error");
      JsonFailure.write(json, failure.get());
    }
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /** Writes a value on one line. */
  private void inOneLine(JsonGenerator json, Writing writing) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator line = compact.createGenerator(text)) {
      writing.to(line);
    }
    json.writeRawValue(text.toString());
  }

  private void counts(JsonGenerator json, Counts counts) throws IOException {
    json.writeFieldName("counts");
    inOneLine(
        json,
        line -> {
          line.writeStartObject();
          for (Action action : Action.values()) {
            line.writeNumberField(name(action), counts.of(action));
          }
          line.writeEndObject();
        });
  }

  private void entry(JsonGenerator json, EntryReport entry) throws IOException {
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
    error(json, entry.failure());
    json.writeEndObject();
  }

  private void row(JsonGenerator json, RowChange row) {
    try {
      inOneLine(json, line -> fields(line, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fields(JsonGenerator json, RowChange row) throws IOException {
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
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
