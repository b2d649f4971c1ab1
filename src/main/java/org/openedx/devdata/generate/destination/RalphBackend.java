package org.openedx.devdata.generate.destination;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.ConfigReading;
import org.openedx.devdata.generate.config.ConfigValues;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.NeededKey;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.generate.config.StatementStore;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SplitSink;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.ralph.LrsCourier;
import org.openedx.devdata.sink.ralph.LrsSettings;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.world.dump.DumpTable;

/** Statements to a learning record store, the rest into ClickHouse. */
final class RalphBackend implements Backend {

  private static final String URL = "lrs_url";
  private static final String USER = "lrs_username";
  private static final String PASSWORD = "lrs_password";
  private static final String TIMEOUT = "lrs_request_timeout";
  private static final String CONNECTIONS = "lrs_connections";

  @Override
  public String key() {
    return "ralph";
  }

  @Override
  public Optional<String> oldName() {
    return Optional.of("ralph_clickhouse");
  }

  @Override
  public List<NeededKey> needs() {
    return List.of(
        NeededKey.of(URL, "give the URL of the statements resource"),
        NeededKey.of(USER, "give the user of the learning record store"));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.of(URL, new FieldType.Text(4_096), "URL of the statements resource."),
        Field.of(USER, new FieldType.Text(255), "The user."),
        Field.of(
            PASSWORD,
            new FieldType.Text(4_096),
            "Its password; that of XAPI_DB_LOAD_RALPH_PASSWORD wins."),
        Field.of(
                TIMEOUT,
                new FieldType.Whole(0, 86_400, true),
                "How long an answer may take to its last byte, in seconds; 0 or null: a day.")
            .withDefault("120"),
        Field.of(CONNECTIONS, new FieldType.Whole(1, 64, true), "Requests at a time.")
            .withDefault("4"));
  }

  @Override
  public void check(ConfigReading reading, boolean chosen) {
    reading.url(URL);
    if (chosen && password(reading.values()).isEmpty()) {
      reading.warn(URL, "lrs_password is not given; set XAPI_DB_LOAD_RALPH_PASSWORD");
    }
  }

  private static Optional<String> password(ConfigValues values) {
    return values.secret(PASSWORD, "XAPI_DB_LOAD_RALPH_PASSWORD");
  }

  @Override
  public boolean needsDatabase() {
    return true;
  }

  @Override
  public boolean statementsApart() {
    return true;
  }

  @Override
  public Optional<StatementStore> statementStore(GenerationConfig config) {
    return Optional.of(new Store(settings(config), config.values().number(CONNECTIONS)));
  }

  static LrsSettings settings(GenerationConfig config) {
    ConfigValues values = config.values();
    return new LrsSettings(
        URI.create(values.text(URL).orElseThrow()),
        values.text(USER).orElseThrow(),
        password(values).orElse(""),
        // As in xapi-db-load, no value at all means to wait for ever.
        Duration.ofSeconds(values.isEmpty(TIMEOUT) ? 0 : values.number(TIMEOUT)),
        config.statements().batchSize());
  }

  @Override
  public String label(FilePlace place, String servers) {
    return servers;
  }

  @Override
  public Sink open(Opening opening) {
    int statements = opening.config().statements().batchSize();
    return opening.inOrder(
        new SplitSink(
            opening.batches(DumpTable.XAPI, statements),
            opening.batches(DumpTable.TAXONOMY, statements)));
  }

  private record Store(LrsSettings lrs, int inFlight) implements StatementStore {

    @Override
    public String key() {
      return URL;
    }

    @Override
    public URI url() {
      return lrs.url();
    }

    @Override
    public String label() {
      return "LRS " + lrs.user() + "@" + lrs.url();
    }

    @Override
    public String writer() {
      return "Ralph";
    }

    @Override
    public Courier courier() {
      return new LrsCourier(lrs);
    }
  }
}
