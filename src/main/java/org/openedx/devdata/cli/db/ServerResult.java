package org.openedx.devdata.cli.db;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.embedded.ServerStatus;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;

/** An embedded server. */
record ServerResult(
    @Meaning("whether it runs") boolean running,
    @Meaning("folder of its data") Path data,
    @Meaning("size of that folder in bytes") long dataBytes,
    @Meaning(value = "its address, when it runs", leftOut = true) Optional<String> host,
    @Meaning(value = "its port, when it runs", leftOut = true) Optional<Integer> port,
    @Meaning(value = "the file with its password, when it runs", leftOut = true)
        Optional<Path> passwordFile,
    @Meaning(value = "its process, when it runs", leftOut = true) Optional<Long> pid,
    @Meaning(value = "its version, when it runs (of `aspects` only)", leftOut = true)
        Optional<String> version,
    @Meaning(value = "when it was started (not of `aspects`)", leftOut = true)
        Optional<Instant> since,
    @Meaning(value = "whether it runs until `db stop`, when it runs", leftOut = true)
        Optional<Boolean> stays,
    @Meaning(value = "number of commands that use it now (not of `aspects`)", leftOut = true)
        Optional<Integer> users) {

  private static final String HOST = "127.0.0.1";

  /** The server of the MySQL services. */
  static ServerResult of(ServerStatus status, Path passwordFile) {
    Optional<ServerStatus.Running> running = status.running();
    return new ServerResult(
        running.isPresent(),
        status.data(),
        status.dataBytes(),
        running.map(server -> HOST),
        running.map(ServerStatus.Running::port),
        running.map(server -> passwordFile),
        running.map(ServerStatus.Running::pid),
        Optional.empty(),
        running.map(ServerStatus.Running::since),
        running.map(ServerStatus.Running::stays),
        running.map(ServerStatus.Running::users));
  }

  /** The ClickHouse of Aspects. */
  static ServerResult of(
      Optional<EmbeddedClickHouse.Status> running, Path data, long dataBytes, Path passwordFile) {
    return new ServerResult(
        running.isPresent(),
        data,
        dataBytes,
        running.map(server -> HOST),
        running.map(EmbeddedClickHouse.Status::port),
        running.map(server -> passwordFile),
        running.map(EmbeddedClickHouse.Status::pid),
        running.map(EmbeddedClickHouse.Status::version),
        Optional.empty(),
        running.map(EmbeddedClickHouse.Status::stays),
        Optional.empty());
  }
}
