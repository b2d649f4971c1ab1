package org.openedx.devdata.service.aspects;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.testing.TestClickHouse;

/** Databases of a test's own, named by a prefix, on the shared engine. */
final class AspectsSite implements AutoCloseable {

  private final AspectsNames names;
  private final ClickHouse clickhouse;

  AspectsSite(String prefix) {
    TestClickHouse engine = TestClickHouse.required();
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

  AspectsNames names() {
    return names;
  }

  ClickHouse clickhouse() {
    return clickhouse;
  }

  void run(String statement) {
    clickhouse.run(
        statement
            .replace("{x}", names.xapi())
            .replace("{s}", names.eventSink())
            .replace("{r}", names.reporting())
            .replace("{o}", names.openedx()));
  }

  String value(String query) {
    return clickhouse.value(
        query
            .replace("{x}", names.xapi())
            .replace("{s}", names.eventSink())
            .replace("{r}", names.reporting()));
  }

  @Override
  public void close() {
    clickhouse.close();
  }
}
