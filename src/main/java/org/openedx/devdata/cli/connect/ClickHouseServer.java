package org.openedx.devdata.cli.connect;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;

/** What the {@code db} commands do with the embedded ClickHouse. */
public final class ClickHouseServer {

  private final Session session;
  private final Path home;
  private final PrintWriter out;

  public ClickHouseServer(Session session) {
    this.session = session;
    this.home = EmbeddedAspects.home(session);
    this.out = session.surroundings().out();
  }

  /**
   * Starts it to stay.
   *
   * @param port to listen on, or 0 for any
   */
  public void start(int port) {
    try (EmbeddedClickHouse engine = EmbeddedAspects.lease(session, port, session::note)) {
      engine.stay();
      if (session.json()) {
        json();
      } else if (!session.quiet()) {
        out.printf(
            "The embedded ClickHouse %s listens on %s, user %s, password in %s%n",
            engine.version(), engine.url(), engine.user(), passwordFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it, unless somebody uses it. */
  public void stop() {
    try {
      StopResult result = EmbeddedClickHouse.stop(home);
      if (session.json()) {
        json();
      } else if (!session.quiet()) {
        out.println(
            switch (result) {
              case STOPPED -> "The embedded ClickHouse has ended.";
              case IN_USE -> "Another command uses the embedded ClickHouse; it ends with that one.";
              case NOT_RUNNING -> "The embedded ClickHouse was not running.";
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void status() throws IOException {
    if (session.json()) {
      json();
      return;
    }
    Optional<EmbeddedClickHouse.Status> running = EmbeddedClickHouse.status(home);
    long bytes = Folders.size(home);
    String data =
        bytes == 0 ? "none yet" : "%s (%,d MB)".formatted(home, (bytes + 500_000) / 1_000_000);
    if (running.isEmpty()) {
      out.println("The embedded ClickHouse is not running; any command that needs it starts it.");
    } else {
      EmbeddedClickHouse.Status server = running.get();
      out.println("The embedded ClickHouse is running.");
      out.println("address   http://127.0.0.1:%d".formatted(server.port()));
      out.println("password  in " + passwordFile());
      out.println("version   " + server.version());
      out.println("process   " + server.pid());
      out.println("until     " + (server.stays() ? "db stop aspects" : "its last user is done"));
    }
    out.println("data      " + data);
  }

  private Path passwordFile() {
    return EmbeddedClickHouse.passwordFile(home);
  }

  private void json() throws IOException {
    Optional<EmbeddedClickHouse.Status> running = EmbeddedClickHouse.status(home);
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      json.writeBooleanField("running", running.isPresent());
      json.writeStringField("data", home.toString());
      json.writeNumberField("dataBytes", Folders.size(home));
      if (running.isPresent()) {
        EmbeddedClickHouse.Status server = running.get();
        json.writeStringField("host", "127.0.0.1");
        json.writeNumberField("port", server.port());
        json.writeStringField("passwordFile", passwordFile().toString());
        json.writeNumberField("pid", server.pid());
        json.writeStringField("version", server.version());
        json.writeBooleanField("stays", server.stays());
      }
      json.writeEndObject();
    }
    JsonLayout.end(out);
  }
}
