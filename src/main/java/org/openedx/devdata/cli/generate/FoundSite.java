package org.openedx.devdata.cli.generate;

import java.util.Optional;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.StatementStore;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSource;

/**
 * The databases of the Aspects site that a load goes to: the names of the configuration, until a
 * connection shows where the site's reports read. Thread-safe.
 */
final class FoundSite {

  /** The database of statements in every sample of xapi-db-load: it means the site's. */
  private static final String SAMPLES = AspectsNames.DEFAULT.xapi();

  private final Session session;
  private final Optional<StatementStore> statements;
  private AspectsNames names;
  private boolean found;

  FoundSite(
      Session session, GenerationConfig.Database database, Optional<StatementStore> statements) {
    this.session = session;
    this.statements = statements;
    this.names = names(database);
    this.found = database.statementsName().filter(name -> !name.equals(SAMPLES)).isPresent();
  }

  private static AspectsNames names(GenerationConfig.Database database) {
    AspectsNames defaults = AspectsNames.DEFAULT;
    String statements = database.statementsName().orElse(defaults.source());
    boolean vector = statements.equals(defaults.openedx());
    return new AspectsNames(
            vector ? defaults.xapi() : statements,
            database.eventSinkName(),
            defaults.reporting(),
            defaults.openedx(),
            database.rawTable(),
            Optional.empty())
        .withSource(statements);
  }

  /** Names of the site's databases; where its statements are is known once it was looked at. */
  synchronized AspectsNames names() {
    return names;
  }

  /** Finds what the site does before the first row is written, and warns of it. */
  synchronized void lookOnce(ClickHouse server) {
    if (!found) {
      found = true;
      findSource(server);
    }
  }

  /** A store writes where it does, which reports read unless triggers are elsewhere. */
  private void findSource(ClickHouse server) {
    AspectsSource source = AspectsSource.find(server, names);
    boolean asStored = statements.isPresent() && !source.triggered();
    names = asStored ? names.withSource(names.xapi()) : source.names();
    if (!names.source().equals(names.xapi())) {
      statements.ifPresent(
          store ->
              session.warn(
                  "the reports of this site read %s, and %s writes to %s: they will not show these statements; use backend: clickhouse"
                      .formatted(names.statements(), store.writer(), names.otherStatements())));
    }
  }
}
