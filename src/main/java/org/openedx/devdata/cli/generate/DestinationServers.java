package org.openedx.devdata.cli.generate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.aspects.LoadedSite;
import org.openedx.devdata.cli.connect.EmbeddedAspects;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.Redelivery;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.StatementStore;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.ThisMachine;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.jdbc.targets.Target;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.service.aspects.SiteExports;
import org.openedx.devdata.service.aspects.answers.AnswersFolder;
import org.openedx.devdata.service.aspects.answers.JourneysTables;
import org.openedx.devdata.service.aspects.derived.Preparation;
import org.openedx.devdata.sink.clickhouse.ClickHouseCourier;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * The servers that a load goes to: ClickHouse, and a learning record store for statements. Closing
 * lets the embedded engine go. Not thread-safe.
 */
final class DestinationServers implements Redelivery.Way, AutoCloseable {

  /** Timeout that is long enough to read again as a whole what triggers look up. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Session session;
  private final GenerateRequest request;
  private final GenerationConfig config;
  private final Optional<StatementStore> statements;
  private final FoundSite site;
  private EmbeddedClickHouse lease;

  /**
   * @throws ConfigurationException when one of them is on a machine that was not allowed
   */
  DestinationServers(Session session, GenerateRequest request, GenerationConfig config) {
    this.session = session;
    this.request = request;
    this.config = config;
    this.statements = config.backend().statementStore(config);
    GenerationConfig.Database database = config.database();
    this.site = new FoundSite(session, database, statements);
    if (usesDatabase() && !request.embedded()) {
      refuseRemote("db_host", database.host());
    }
    statements.ifPresent(store -> refuseRemote(store.key(), store.url().getHost()));
  }

  private void refuseRemote(String key, String host) {
    if (!request.allowRemote() && !ThisMachine.is(host)) {
      throw new ConfigurationException(
          "%s: %s %s is not this machine; --allow-remote if that is meant"
              .formatted(request.source(), key, host));
    }
  }

  /** Description for people. */
  String label() {
    String database =
        request.embedded() ? "the embedded ClickHouse" : "ClickHouse " + config.database();
    return statements.map(store -> store.label() + " and " + database).orElse(database);
  }

  /** A courier of its own for the rows of a table; to be closed before these servers are. */
  @Override
  public Courier courier(DumpTable table) {
    return storeOf(table).map(StatementStore::courier).orElseGet(this::clickHouse);
  }

  @Override
  public DeliveryPolicy policy(DumpTable table) {
    DeliveryPolicy policy =
        DeliveryPolicy.DEFAULT.withPatience(Duration.ofSeconds(config.output().retrySeconds()));
    return storeOf(table).map(store -> policy.withInFlight(store.inFlight())).orElse(policy);
  }

  /**
   * Asks the servers whether they will take rows, before any work is done. The embedded ClickHouse
   * is not asked: it is started, and gets its tables, when it is needed.
   *
   * @param tables those that get rows
   * @throws RuntimeException saying which server, what is wrong, and what to do
   */
  void check(List<DumpTable> tables) {
    if (usesDatabase() && !request.embedded()) {
      try (ClickHouse server = database(UnaryOperator.identity())) {
        Courier courier = new ClickHouseCourier(server, this::place, Map.of());
        tables.stream().filter(this::isInDatabase).forEach(courier::open);
      }
    }
    if (statements.isPresent()) {
      try (Courier courier = statements.get().courier()) {
        courier.open(DumpTable.XAPI);
      }
    }
  }

  /**
   * The load with exports as the site has them, where the configuration does not say otherwise; a
   * run that is resumed has found that out.
   */
  Generation following(Generation load) {
    if (request.resume() || request.dryRun() || !usesDatabase()) {
      return load;
    }
    Set<String> own = load.world().runs().stream().map(CourseRun::key).collect(Collectors.toSet());
    GenerationConfig.Output output = config.output();
    try (ClickHouse server = database(UnaryOperator.identity())) {
      SiteExports exports = SiteExports.read(server, names(), own);
      exports.warning(output.pii()).ifPresent(session::warn);
      return load.following(exports.options(output.pii(), output.videoTimes()));
    }
  }

  /** True when rows reach ClickHouse, at once or from files. */
  boolean usesDatabase() {
    return config.backend().needsDatabase() || request.loadsFiles(config);
  }

  /** Tracking logs and learning record stores get the statements instead. */
  private boolean isInDatabase(DumpTable table) {
    return !(config.backend().statementsApart() && table.holdsStatements());
  }

  private Optional<StatementStore> storeOf(DumpTable table) {
    return statements.filter(store -> table.holdsStatements());
  }

  private Courier clickHouse() {
    return new ClickHouseCourier(database(UnaryOperator.identity()), this::place, Map.of());
  }

  /** Names of the site's databases; where its statements are is known once it was opened. */
  AspectsNames names() {
    return site.names();
  }

  /** Name of a table on the site. */
  TableName place(DumpTable table) {
    return names().of(table);
  }

  /** A connection of its own to ClickHouse; the embedded one gets the tables that it lacks. */
  ClickHouse database(UnaryOperator<ClickHouseSettings> otherwise) {
    if (request.embedded() && lease == null) {
      lease = EmbeddedAspects.lease(session, session::note);
      try (ClickHouse server = ClickHouse.of(settings())) {
        AspectsSetup.init(server, names()).different().forEach(session::warn);
      }
    }
    ClickHouse server = ClickHouse.of(otherwise.apply(settings()));
    try {
      site.lookOnce(server);
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void beforeStatements() {
    try (ClickHouse server = database(settings -> settings.withTimeout(PATIENCE))) {
      Preparation.beforeStatements(server, names(), line -> {});
    }
  }

  /**
   * Warns of what the site's derived tables lack after a load; that it cannot be asked does not
   * make a load fail that has arrived.
   *
   * @param late whether rows that statements refer to came after statements
   */
  void loaded(boolean late) {
    if (usesDatabase()) {
      try (ClickHouse server = database(UnaryOperator.identity())) {
        new LoadedSite(server, names())
            .warnings(config.output().slice(), late)
            .forEach(session::warn);
      } catch (DatabaseException e) {
        session.warn(
            "what derived tables lack is not known: %s; `devdata aspects verify` looks"
                .formatted(e.getMessage()));
      }
    }
  }

  /**
   * Fills the tables of known answers that Aspects checks, where a run has written some; that they
   * cannot be filled does not make a load fail that has arrived.
   *
   * @param folder of the run
   */
  void fillAnswers(Path folder) {
    try {
      Optional<AnswersFolder> answers = AnswersFolder.find(folder);
      if (answers.isPresent() && usesDatabase() && config.writesAnswers()) {
        try (ClickHouse server = database(settings -> settings.withTimeout(PATIENCE))) {
          JourneysTables.fill(server, names(), answers.get());
        }
      }
    } catch (IOException | DatabaseException e) {
      session.warn(
          "the database journeys does not have the known answers: %s; they are in %s"
              .formatted(e.getMessage(), folder));
    }
  }

  private ClickHouseSettings settings() {
    if (lease != null) {
      return ClickHouseSettings.of(Target.EMBEDDED, lease.url(), lease.user(), lease.password());
    }
    GenerationConfig.Database database = config.database();
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
