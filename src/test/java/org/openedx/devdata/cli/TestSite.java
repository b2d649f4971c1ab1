package org.openedx.devdata.cli;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * An empty site of Aspects on the test's ClickHouse, reached as any server is: by host and port.
 *
 * @param engine the server
 * @param names its databases
 */
record TestSite(TestClickHouse engine, AspectsNames names) {

  /** Makes the tables of a site; skips the test without an engine. */
  static TestSite empty(String prefix) {
    TestClickHouse engine = TestClickHouse.required();
    AspectsNames names =
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
    try (ClickHouse server =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()))) {
      AspectsSetup.init(server, names);
    }
    return new TestSite(engine, names);
  }

  /** The keys of a configuration that lead here; the password is a variable. */
  String keys() {
    return """
        db_host: %s
        db_port: %d
        db_secure: false
        db_username: %s
        db_name: %s
        db_event_sink_name: %s
        """
        .formatted(
            engine.url().getHost(),
            engine.url().getPort(),
            engine.user(),
            names.source(),
            names.eventSink());
  }

  /** The lab with the variable for the password. */
  CommandLab password(CommandLab lab) {
    return lab.variable("XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", engine.password());
  }

  long rows(DumpTable table) {
    TableName name = names.of(table);
    return Long.parseLong(engine.run("SELECT count() FROM " + name.quoted()).strip());
  }

  /** Lets a table forget the rows that are there twice. */
  void merge(DumpTable table) {
    TableName name = names.of(table);
    engine.run("OPTIMIZE TABLE " + name.quoted() + " FINAL");
  }

  /** The checksum of the statements that have arrived. */
  String checksum() {
    return engine
        .run(
            "SELECT lower(leftPad(hex(sum(toUInt128(xxHash64(event)))), 32, '0')) FROM "
                + names.statements().quoted())
        .strip();
  }
}
