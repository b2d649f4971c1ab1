package org.openedx.devdata.cli.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.openedx.devdata.cli.connect.EmbeddedAspects;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;

/** Actions of the {@code db} commands on the embedded ClickHouse. */
final class ClickHouseServer {

  private final Session session;
  private final Path home;

  ClickHouseServer(Session session) {
    this.session = session;
    this.home = EmbeddedAspects.home(session);
  }

  /**
   * Starts it to stay.
   *
   * @param port to listen on, or 0 for any
   */
  void start(int port) {
    try (EmbeddedClickHouse engine = EmbeddedAspects.lease(session, port, session::note)) {
      engine.stay();
      String said =
          "The embedded ClickHouse %s listens on %s, user %s, password in %s"
              .formatted(engine.version(), engine.url(), engine.user(), passwordFile());
      show((server, out) -> out.note(said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it, unless a command uses it. */
  void stop() {
    try {
      String said =
          switch (EmbeddedClickHouse.stop(home)) {
            case STOPPED -> "The embedded ClickHouse has ended.";
            case IN_USE -> "Another command uses the embedded ClickHouse; it ends with that one.";
            case NOT_RUNNING -> "The embedded ClickHouse was not running.";
          };
      show((server, out) -> out.note(said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void status() throws IOException {
    show(ClickHouseServer::text);
  }

  private static void text(ServerResult server, TextOut out) {
    if (!server.running()) {
      out.println("The embedded ClickHouse is not running; any command that needs it starts it.");
    } else {
      out.println("The embedded ClickHouse is running.");
      out.println("address   http://127.0.0.1:%d".formatted(server.port().orElseThrow()));
      out.println("password  in " + server.passwordFile().orElseThrow());
      out.println("version   " + server.version().orElseThrow());
      out.println("process   " + server.pid().orElseThrow());
      boolean stays = server.stays().orElseThrow();
      out.println("until     " + (stays ? "db stop aspects" : "its last user is done"));
    }
    long bytes = server.dataBytes();
    out.println(
        "data      "
            + (bytes == 0 ? "none yet" : "%s (%s)".formatted(server.data(), Sizes.of(bytes))));
  }

  private Path passwordFile() {
    return EmbeddedClickHouse.passwordFile(home);
  }

  private void show(TextView<ServerResult> text) throws IOException {
    session.show(
        ServerResult.of(EmbeddedClickHouse.status(home), home, Folders.size(home), passwordFile()),
        text);
  }
}
