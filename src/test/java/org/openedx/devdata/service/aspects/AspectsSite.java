package org.openedx.devdata.service.aspects;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.testing.TestClickHouse;

/** Databases of a test's own, named by a prefix, on the shared engine. Not thread-safe. */
public final class AspectsSite implements AutoCloseable {

  private AspectsNames names;
  private final ClickHouse clickhouse;

  public AspectsSite(String prefix) {
    this(prefix, TestClickHouse.required());
  }

  /** A site on an engine that is not the shared one. */
  public AspectsSite(String prefix, TestClickHouse engine) {
    names =
        new AspectsNames(
            prefix + "_xapi",
            prefix + "_event_sink",
            prefix + "_reporting",
            prefix + "_openedx",
            "xapi_events_all",
            Optional.empty());
    for (String database :
        List.of(names.reporting(), names.xapi(), names.eventSink(), names.openedx())) {
      engine.run("DROP DATABASE IF EXISTS " + database);
    }
    clickhouse =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()));
  }

  /** The same site with the statements where Ralph writes them. */
  public AspectsSite ofRalph() {
    names = names.withSource(names.xapi());
    return this;
  }

  /** The same site with the statements where Vector writes them, as at first. */
  public AspectsSite ofVector() {
    names = names.withSource(names.openedx());
    return this;
  }

  /** Makes raw tables and, as dbt does, models of a release of it, {@code 8.0} or {@code 8.1}. */
  public AspectsSite withModels(String release) {
    AspectsSetup.init(clickhouse, names);
    Models.of(release).forEach(this::run);
    return this;
  }

  public AspectsNames names() {
    return names;
  }

  public ClickHouse clickhouse() {
    return clickhouse;
  }

  public void run(String statement) {
    clickhouse.run(filled(statement));
  }

  public String value(String query) {
    return clickhouse.value(filled(query));
  }

  private String filled(String statement) {
    return Models.filled(statement, names);
  }

  @Override
  public void close() {
    clickhouse.close();
  }
}
