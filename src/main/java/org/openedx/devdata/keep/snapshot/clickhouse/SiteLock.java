package org.openedx.devdata.keep.snapshot.clickhouse;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/**
 * The lock of a restore: a table, since ClickHouse knows no locks, whose comment says who holds it.
 * One that was left by a process that has ended is taken over. Not thread-safe.
 */
final class SiteLock implements AutoCloseable {

  /** The server's number for a table that exists already. */
  private static final int EXISTS = 57;

  private static final long STEP_MILLIS = 250;

  private static final String TABLE = SiteCatalog.OWN + "lock";

  /** Servers that this process restores into, among whose threads the table says nothing. */
  private static final Set<URI> OF_THIS_JVM = ConcurrentHashMap.newKeySet();

  private final ClickHouse server;
  private final TableName table;
  private final Holder holder;

  private SiteLock(ClickHouse server, TableName table, Holder holder) {
    this.server = server;
    this.table = table;
    this.holder = holder;
  }

  /**
   * A process that holds it.
   *
   * @param process its id
   * @param host its machine
   */
  private record Holder(long process, String host) {

    static Holder self() {
      return new Holder(ProcessHandle.current().pid(), thisHost());
    }

    static Holder of(String comment) {
      String[] words = comment.split(" ", 2);
      return words.length == 2 && words[0].matches("\\d{1,18}")
          ? new Holder(Long.parseLong(words[0]), words[1])
          : new Holder(0, comment);
    }

    private static String thisHost() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }

    /** Returns whether it has ended, as far as that can be seen from here. */
    boolean hasEnded() {
      return host.equals(thisHost()) && ProcessHandle.of(process).isEmpty();
    }

    @Override
    public String toString() {
      return process + " " + host;
    }
  }

  /**
   * Takes the lock.
   *
   * @param patience time for another process to end its restore
   * @throws SnapshotException when that still holds it
   */
  static SiteLock take(ClickHouse server, Collection<String> databases, Duration patience) {
    SiteLock lock = new SiteLock(server, table(databases), Holder.self());
    long deadline = System.nanoTime() + patience.toNanos();
    while (!OF_THIS_JVM.add(server.settings().url())) {
      lock.await(deadline);
    }
    try {
      lock.takeTable(deadline);
      return lock;
    } catch (RuntimeException e) {
      OF_THIS_JVM.remove(server.settings().url());
      throw e;
    }
  }

  private void takeTable(long deadline) {
    Optional<Holder> before = holder(server, table);
    while (before.filter(one -> !one.equals(holder) && !one.hasEnded()).isPresent()) {
      await(deadline);
      before = holder(server, table);
    }
    if (before.isPresent()) {
      server.run("DROP TABLE IF EXISTS " + table.quoted() + " SYNC");
    }
    try {
      server.run(
          "CREATE TABLE %s (nothing UInt8) ENGINE = MergeTree ORDER BY tuple() COMMENT %s"
              .formatted(table.quoted(), TableName.literal(holder.toString())));
    } catch (ClickHouseException e) {
      if (e.code() != EXISTS) {
        throw e;
      }
    }
    requireHeld();
  }

  /** Waits a little for the other restore to end. */
  private void await(long deadline) {
    if (System.nanoTime() > deadline) {
      throw held(server, table, holder(server, table).orElse(holder));
    }
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw held(server, table, holder);
    }
  }

  /**
   * Requires that this process still holds it.
   *
   * @throws SnapshotException when another one has taken it
   */
  void requireHeld() {
    Holder now = holder(server, table).orElse(null);
    if (!holder.equals(now)) {
      throw new SnapshotException(
          server.settings().label()
              + ": another devdata restores a snapshot into it; run again when that has ended");
    }
  }

  /**
   * Requires that no restore goes on.
   *
   * @throws SnapshotException when one does
   */
  static void requireNone(ClickHouse server, Collection<String> databases) {
    TableName table = table(databases);
    Optional<Holder> holder = holder(server, table);
    if (holder.isPresent() && goesOn(server, holder.get())) {
      throw held(server, table, holder.get());
    }
  }

  /** Returns whether a restore has begun and did not end. */
  static boolean isLeft(ClickHouse server, Collection<String> databases) {
    return holder(server, table(databases)).filter(one -> !goesOn(server, one)).isPresent();
  }

  /** Returns whether a restore goes on: one of this process may have ended without its lock. */
  private static boolean goesOn(ClickHouse server, Holder holder) {
    return holder.equals(Holder.self())
        ? OF_THIS_JVM.contains(server.settings().url())
        : !holder.hasEnded();
  }

  private static SnapshotException held(ClickHouse server, TableName table, Holder holder) {
    return new SnapshotException(
        "%s: another devdata restores a snapshot into it, process %d on %s; run again when that has ended. If it has ended and left its lock, DROP TABLE %s"
            .formatted(server.settings().label(), holder.process(), holder.host(), table));
  }

  private static TableName table(Collection<String> databases) {
    return new TableName(new TreeSet<>(databases).first(), TABLE);
  }

  private static Optional<Holder> holder(ClickHouse server, TableName table) {
    List<List<String>> rows =
        server.rows(
            "SELECT comment FROM system.tables WHERE database = %s AND name = %s"
                .formatted(TableName.literal(table.database()), TableName.literal(table.table())));
    return rows.stream().map(row -> Holder.of(row.get(0))).findFirst();
  }

  @Override
  public void close() {
    OF_THIS_JVM.remove(server.settings().url());
    try {
      server.run("DROP TABLE IF EXISTS " + table.quoted() + " SYNC");
    } catch (ClickHouseException unreachable) {
      // The next restore of this machine takes it over.
    }
  }
}
