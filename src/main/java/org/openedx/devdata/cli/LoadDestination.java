package org.openedx.devdata.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.jdbc.targets.Target;
import org.openedx.devdata.load.config.Backend;
import org.openedx.devdata.load.config.LoadConfig;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SplitSink;
import org.openedx.devdata.sink.clickhouse.ClickHouseCourier;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.sink.delivery.BatchSink;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.ralph.LrsCourier;
import org.openedx.devdata.sink.ralph.LrsSettings;

/**
 * Where a load goes. Nothing is touched before {@link #open}; closing lets the embedded engine go.
 * Not thread-safe.
 */
final class LoadDestination implements AutoCloseable {

  /**
   * Statements of an insert: about 24 MB, several of which fit into a small heap. Fixed, because a
   * run that is carried on must be cut as it was before.
   */
  private static final int STATEMENTS_OF_AN_INSERT = 20_000;

  private final Session session;
  private final LoadDbRequest request;
  private final LoadConfig config;
  private EmbeddedClickHouse lease;

  /**
   * @throws ConfigurationException when it is a machine that was not allowed
   */
  LoadDestination(Session session, LoadDbRequest request, LoadConfig config) {
    this.session = session;
    this.request = request;
    this.config = config;
    boolean server = config.backend().needsDatabase() && !request.embedded();
    if (server) {
      refuseRemote("db_host", config.database().host());
    }
    if (config.backend() == Backend.RALPH) {
      refuseRemote("lrs_url", URI.create(config.lrs().url()).getHost());
    }
  }

  private void refuseRemote(String key, String host) {
    if (!request.allowRemote() && !isLocal(host)) {
      throw new ConfigurationException(
          "%s: %s %s is not this machine; --allow-remote if that is meant"
              .formatted(request.source(), key, host));
    }
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.matches("\\[?::1]?");
  }

  /** What it is, for people. */
  String label() {
    return switch (config.backend()) {
      case CSV -> "csv in " + folder() + " (" + config.output().compression() + ")";
      case CLICKHOUSE ->
          request.embedded() ? "the embedded ClickHouse" : "ClickHouse " + config.database();
      case RALPH -> "LRS " + config.lrs() + " and ClickHouse " + config.database();
      default -> config.backend().key();
    };
  }

  /** The folder of manifest, checkpoint and what could not be delivered. */
  Path state() {
    return switch (config.backend()) {
      case CSV -> folder();
      default -> devdata().resolve("load-db").resolve(config.backend().key());
    };
  }

  private Path folder() {
    return LoadConfigs.folder(session, config);
  }

  private Path devdata() {
    return session.surroundings().folder().resolve(EmbeddedEngine.FOLDER);
  }

  /**
   * Opens it; the embedded ClickHouse gets the tables that it lacks.
   *
   * @param warnings told of failed tries, a line each, from any thread
   */
  Sink open(Consumer<String> warnings) throws IOException {
    LoadConfig.Output output = config.output();
    return switch (config.backend()) {
      case CSV ->
          new CsvSink(
              new CsvFiles(folder(), output.slice().mark(), output.rowsPerFile()),
              Codecs.of(output.compression(), output.level()),
              output.threads());
      case CLICKHOUSE -> batches(clickHouse(), DeliveryPolicy.USUAL, warnings);
      case RALPH ->
          new SplitSink(lrs(warnings), batches(clickHouse(), DeliveryPolicy.USUAL, warnings));
      case DISCARD -> new DiscardSink();
      case VECTOR, CHDB -> throw new IllegalStateException("refused before");
    };
  }

  private Sink batches(Courier courier, DeliveryPolicy policy, Consumer<String> warnings) {
    int statements =
        config.backend() == Backend.RALPH
            ? config.statements().batchSize()
            : STATEMENTS_OF_AN_INSERT;
    return new BatchSink(
        courier,
        policy,
        new FailedBatches(state().resolve("failed")),
        config.fingerprint(),
        statements,
        warnings);
  }

  private Sink lrs(Consumer<String> warnings) {
    LoadConfig.Lrs lrs = config.lrs();
    LrsSettings settings =
        new LrsSettings(
            URI.create(lrs.url()),
            lrs.username(),
            lrs.password() == null ? "" : lrs.password(),
            Duration.ofSeconds(lrs.timeoutSeconds()),
            config.statements().batchSize());
    return batches(
        new LrsCourier(settings), DeliveryPolicy.USUAL.withInFlight(lrs.connections()), warnings);
  }

  private Courier clickHouse() {
    LoadConfig.Database database = config.database();
    AspectsNames names =
        new AspectsNames(
            database.xapiName(),
            database.eventSinkName(),
            AspectsNames.USUAL.reporting(),
            AspectsNames.USUAL.openedx(),
            AspectsNames.USUAL.rawTable(),
            Optional.empty());
    if (request.embedded()) {
      lease =
          EmbeddedClickHouse.lease(
              devdata().resolve("clickhouse"),
              session.surroundings().environment(),
              Path.of(System.getProperty("user.home", ".")),
              session::note);
      try (ClickHouse server = ClickHouse.of(settings())) {
        AspectsSetup.init(server, names).different().forEach(session::warn);
      }
    }
    return new ClickHouseCourier(
        ClickHouse.of(settings()),
        table -> table.holdsStatements() ? names.statements() : names.eventSink(table.tableName()),
        Map.of());
  }

  private ClickHouseSettings settings() {
    if (lease != null) {
      return ClickHouseSettings.of(Target.EMBEDDED, lease.url(), "default", "");
    }
    LoadConfig.Database database = config.database();
    URI url = ClickHouseSettings.address(database.host(), database.port(), database.secure());
    return ClickHouseSettings.of(request.source(), url, database.username(), database.password());
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.close();
    }
  }
}
