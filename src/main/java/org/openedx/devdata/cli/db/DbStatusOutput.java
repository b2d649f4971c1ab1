package org.openedx.devdata.cli.db;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.embedded.ServerStatus;

/** The embedded server's state, for people and programs. */
final class DbStatusOutput {

  private final Session session;
  private final PrintWriter out;

  DbStatusOutput(Session session) {
    this.session = session;
    this.out = session.surroundings().out();
  }

  void text(ServerStatus status) {
    String data = "%s (%s)".formatted(status.data(), megabytes(status.dataBytes()));
    Optional<ServerStatus.Running> running = status.running();
    if (running.isEmpty()) {
      out.println("The embedded server is not running; any command that needs it starts it.");
      out.println("data      " + (status.dataBytes() == 0 ? "none yet" : data));
      return;
    }
    ServerStatus.Running server = running.get();
    Duration since = Duration.between(server.since(), session.surroundings().clock().get());
    out.println("The embedded server is running.");
    out.println("address   127.0.0.1:" + server.port());
    out.println("password  in " + EmbeddedEngine.passwordFile(session));
    out.println("process   %d, for %s".formatted(server.pid(), Times.of(since)));
    out.println("users     %d".formatted(server.users()));
    out.println("until     " + (server.stays() ? "db stop" : "its last user is done"));
    out.println("data      " + data);
  }

  void json(ServerStatus status) {
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      json.writeBooleanField("running", status.running().isPresent());
      json.writeStringField("data", status.data().toString());
      json.writeNumberField("dataBytes", status.dataBytes());
      if (status.running().isPresent()) {
        ServerStatus.Running server = status.running().get();
        json.writeStringField("host", "127.0.0.1");
        json.writeNumberField("port", server.port());
        json.writeStringField("passwordFile", EmbeddedEngine.passwordFile(session).toString());
        json.writeNumberField("pid", server.pid());
        json.writeStringField("since", server.since().toString());
        json.writeBooleanField("stays", server.stays());
        json.writeNumberField("users", server.users());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonLayout.end(out);
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted((bytes + 500_000) / 1_000_000);
  }
}
