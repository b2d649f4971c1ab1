package org.openedx.devdata.plan.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.ledger.Ledger;
import org.openedx.devdata.plan.ledger.Ledgers;

/**
 * The databases of a run. Entries of one database share its connection, or two would wait for each
 * other's rows. Not thread-safe.
 */
final class OpenDatabases implements AutoCloseable {

  private final RunOptions options;
  private final RunListener listener;
  private final Ledgers ledgers;
  private final Set<String> referred;
  private final Map<String, OpenDatabase> open = new LinkedHashMap<>();

  OpenDatabases(List<RunEntry> entries, RunOptions options, RunListener listener, Ledgers ledgers) {
    this.options = options;
    this.listener = listener;
    this.ledgers = ledgers;
    this.referred =
        entries.stream()
            .flatMap(entry -> entry.service().references().stream())
            .filter(ReferenceRule::required)
            .map(rule -> rule.table().name())
            .collect(Collectors.toSet());
  }

  /** Opens a database unless it is; one that will be written to is locked for this run. */
  OpenDatabase open(ConnectionSettings connection) {
    String place = connection.url() + " " + connection.user();
    OpenDatabase known = open.get(place);
    if (known != null) {
      return known;
    }
    MySqlDatabase database = MySqlDatabase.open(connection);
    try {
      if (options.step() != Step.PLAN) {
        database.lock(options.patience());
      }
      Ledger ledger = ledgers.open(database, options, listener);
      OpenDatabase opened =
          OpenDatabase.of(database, ledger, options, table -> referred.contains(table.name()));
      open.put(place, opened);
      return opened;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public void close() {
    open.values().forEach(one -> one.database().close());
  }
}
