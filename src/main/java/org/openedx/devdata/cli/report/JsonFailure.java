package org.openedx.devdata.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.openedx.devdata.spec.Problem;

/** A failure as programs read it. Stateless. */
public final class JsonFailure {

  private JsonFailure() {}

  /** Writes a document of its own: {@code {"error": {...}}}. */
  public static void write(
      PrintWriter out, int exitCode, String code, String message, List<Problem> problems) {
    try (JsonGenerator json = Json.to(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("error");
      json.writeStringField("code", code);
      json.writeNumberField("exitCode", exitCode);
      json.writeStringField("message", message);
      json.writeArrayFieldStart("problems");
      for (Problem problem : problems) {
        json.writeStartObject();
        json.writeStringField("file", problem.position().file());
        json.writeNumberField("line", problem.position().line());
        json.writeNumberField("column", problem.position().column());
        json.writeStringField("message", problem.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Json.end(out);
  }
}
