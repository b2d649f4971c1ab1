package org.openedx.devdata.embedded.clickhouse.http;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbConnection;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbEngine;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

/**
 * The sessions that clients have named ({@code session_id}): settings and temporary tables live on
 * between requests. One request at a time has a session, as on a server. Thread-safe.
 */
final class Sessions implements AutoCloseable {

  private final ChdbEngine engine;
  private final LongSupplier nanoClock;
  private final Map<String, Held> held = new HashMap<>();

  Sessions(ChdbEngine engine, LongSupplier nanoClock) {
    this.engine = engine;
    this.nanoClock = nanoClock;
  }

  /**
   * A connection for one request; closing the lease gives it back.
   *
   * @throws ChdbException code 372 for a session that is not there but must be, 373 for a busy one
   */
  Lease lease(QueryRequest request) {
    if (request.session().isEmpty()) {
      ChdbConnection connection = engine.connect();
      return new Lease(connection, false, connection::close);
    }
    QueryRequest.Session wanted = request.session().get();
    Held session;
    synchronized (held) {
      dropExpired();
      session = held.get(wanted.id());
      if (session == null && wanted.mustExist()) {
        throw new ChdbException(
            372, "Session %s not found. (SESSION_NOT_FOUND)".formatted(wanted.id()));
      }
      if (session == null) {
        session = new Held(engine.connect());
        held.put(wanted.id(), session);
      }
      if (session.busy) {
        throw new ChdbException(
            373,
            "Session %s is locked by a concurrent client. (SESSION_IS_LOCKED)"
                .formatted(wanted.id()));
      }
      session.busy = true;
    }
    Held leased = session;
    return new Lease(leased.connection, true, () -> giveBack(wanted, leased));
  }

  @Override
  public void close() {
    synchronized (held) {
      held.values().forEach(session -> session.connection.close());
      held.clear();
    }
  }

  private void giveBack(QueryRequest.Session wanted, Held session) {
    synchronized (held) {
      session.busy = false;
      session.expires = nanoClock.getAsLong() + wanted.seconds() * 1_000_000_000L;
      if (session.connection.isSpoilt()) {
        held.remove(wanted.id());
        session.connection.close();
      }
    }
  }

  private void dropExpired() {
    long now = nanoClock.getAsLong();
    for (Iterator<Held> all = held.values().iterator(); all.hasNext(); ) {
      Held session = all.next();
      if (!session.busy && session.expires - now < 0) {
        session.connection.close();
        all.remove();
      }
    }
  }

  private static final class Held {
    private final ChdbConnection connection;
    private boolean busy;
    private long expires;

    private Held(ChdbConnection connection) {
      this.connection = connection;
    }
  }

  /**
   * A connection for the time of one request.
   *
   * @param named whether it goes on living, so that the request's settings must be taken back
   */
  record Lease(ChdbConnection connection, boolean named, Runnable giveBack)
      implements AutoCloseable {

    /** Applies settings and current database; what it returns undoes the settings. */
    Runnable prepare(QueryRequest request) {
      Map<String, String> before = new LinkedHashMap<>();
      if (named && !request.settings().isEmpty()) {
        for (String setting : request.settings().keySet()) {
          before.put(setting, currentValue(setting));
        }
      }
      request.setStatement().ifPresent(connection::text);
      request
          .database()
          .ifPresent(name -> connection.text("USE `" + name.replace("`", "\\`") + "`"));
      return () ->
          before.forEach(
              (setting, value) ->
                  connection.text("SET %s = %s".formatted(QueryRequest.name(setting), value)));
    }

    private String currentValue(String setting) {
      String row =
          connection.text(
              "SELECT changed, value FROM system.settings WHERE name = "
                  + QueryRequest.quote(setting));
      return row.startsWith("1\t") ? "'" + row.substring(2).stripTrailing() + "'" : "DEFAULT";
    }

    @Override
    public void close() {
      giveBack.run();
    }
  }
}
