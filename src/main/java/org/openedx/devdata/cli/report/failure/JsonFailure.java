package org.openedx.devdata.cli.report.failure;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.spec.Problem;

/** A failure as programs read it. Stateless. */
public final class JsonFailure {

  private JsonFailure() {}

  /** Writes a document of its own: {@code {"error": {...}}}. */
  public static void write(PrintWriter out, Failure failure) {
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      json.writeFieldName("error");
      write(json, failure);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonLayout.end(out);
  }

  /** Writes the object itself. */
  public static void write(JsonGenerator json, Failure failure) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", failure.code().word());
    json.writeNumberField("exitCode", failure.exitCode());
    json.writeStringField("message", failure.message());
    json.writeArrayFieldStart("problems");
    for (Problem problem : failure.problems()) {
      json.writeStartObject();
      json.writeStringField("file", problem.position().file());
      json.writeNumberField("line", problem.position().line());
      json.writeNumberField("column", problem.position().column());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
