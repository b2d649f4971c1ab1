package org.openedx.devdata.cli.connect;

import java.time.Duration;
import java.util.function.Consumer;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseUrl;
import org.openedx.devdata.service.aspects.AspectsConnection;

/** Waits until servers accept connections. Not thread-safe. */
final class ServerWait {

  private static final long STEP_MILLIS = 500;

  private final long deadline;
  private final boolean waits;
  private final Consumer<String> notes;

  /**
   * @param patience for all servers together
   * @param notes called once for each server that is waited for
   */
  ServerWait(Duration patience, Consumer<String> notes) {
    this.waits = !patience.isZero();
    this.deadline = System.nanoTime() + patience.toNanos();
    this.notes = notes;
  }

  /**
   * Returns as soon as the server lets us in, or when time is up: the run then says what is wrong.
   */
  void until(ConnectionSettings settings) {
    boolean noted = false;
    while (waits && !answers(settings) && System.nanoTime() < deadline) {
      if (!noted) {
        notes.accept("waiting for " + settings.label());
        noted = true;
      }
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean answers(ConnectionSettings settings) {
    if (ClickHouseUrl.isHttp(settings.url())) {
      return answersHttp(settings);
    }
    try {
      MySqlDatabase.open(settings).close();
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }

  private static boolean answersHttp(ConnectionSettings settings) {
    try (ClickHouse server = ClickHouse.of(AspectsConnection.of(settings).settings())) {
      server.value("SELECT 1");
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }
}
