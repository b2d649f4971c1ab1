package org.openedx.devdata.cli.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.openedx.devdata.cli.connect.EmbeddedAspects;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;

/** The embedded server's state, for people and programs. */
final class DbStatusOutput {

  private final Session session;

  DbStatusOutput(Session session) {
    this.session = session;
  }

  /** Writes what is known of the server: its record, or a text. */
  void show(TextView<ServerResult> text) {
    session.show(result(), text);
  }

  void show() {
    session.show(result(), this::text);
  }

  private ServerResult result() {
    return ServerResult.of(
        EmbeddedEngine.server(session, 0).status(), EmbeddedEngine.passwordFile(session));
  }

  private void text(ServerResult status, TextOut out) {
    mySql(status, out);
    if (isAspectsRunning()) {
      out.println("The embedded ClickHouse is running, too; db status aspects shows it.");
    }
  }

  private boolean isAspectsRunning() {
    try {
      return EmbeddedClickHouse.status(EmbeddedAspects.home(session)).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mySql(ServerResult status, TextOut out) {
    String data = "%s (%s)".formatted(status.data(), Sizes.of(status.dataBytes()));
    if (!status.running()) {
      out.println("The embedded server is not running; any command that needs it starts it.");
      out.println("data      " + (status.dataBytes() == 0 ? "none yet" : data));
      return;
    }
    Duration since =
        Duration.between(status.since().orElseThrow(), session.surroundings().clock().get());
    out.println("The embedded server is running.");
    out.println("address   127.0.0.1:" + status.port().orElseThrow());
    out.println("password  in " + status.passwordFile().orElseThrow());
    // The clock may have been set back since then.
    String time = Times.of(since.isNegative() ? Duration.ZERO : since);
    out.println("process   %d, for %s".formatted(status.pid().orElseThrow(), time));
    out.println("users     %d".formatted(status.users().orElseThrow()));
    out.println(
        "until     " + (status.stays().orElseThrow() ? "db stop" : "its last user is done"));
    out.println("data      " + data);
  }
}
