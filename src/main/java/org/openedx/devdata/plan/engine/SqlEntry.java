package org.openedx.devdata.plan.engine;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.plan.OpenEntry;
import org.openedx.devdata.plan.RunContext;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.kind.FactoryContext;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;

/**
 * An entry whose rows go to a MySQL database that is open and has its tables. Used once; not
 * thread-safe.
 */
final class SqlEntry implements OpenEntry {

  private final RunEntry entry;
  private final SqlService service;
  private final OpenDatabase database;
  private final RunContext context;
  private final SchemaBinding binding;
  private final Map<String, RecordFactory> factories;

  /** True when rows were built that are rolled back when the database is closed. */
  private boolean uncommitted;

  private SqlEntry(
      RunEntry entry,
      SqlService service,
      OpenDatabase database,
      SchemaBinding binding,
      RunContext context) {
    this.entry = entry;
    this.service = service;
    this.database = database;
    this.binding = binding;
    this.context = context;
    RunOptions options = context.options();
    this.factories =
        service.factories(
            new FactoryContext(
                entry.spec(),
                earlier(),
                service.tables(),
                options.now(),
                options.seed(),
                options.step(),
                new BoundLookups(database.stored(), binding)));
  }

  /**
   * @throws DatabaseException when the database is not as the service expects
   */
  static SqlEntry open(
      RunEntry entry, SqlService service, OpenDatabase database, RunContext context) {
    SchemaBinding binding = EntryBinding.of(service, entry.spec(), database.database());
    database.keys().add(binding);
    return new SqlEntry(entry, service, database, binding, context);
  }

  /** Specs of the same service for the same database. */
  private List<ServiceSpec> earlier() {
    return context.before(entry).stream()
        .filter(other -> other.ida().equals(entry.ida()))
        .filter(other -> other.connection().equals(entry.connection()))
        .map(RunEntry::spec)
        .toList();
  }

  @Override
  public RunEntry entry() {
    return entry;
  }

  @Override
  public String label() {
    return database.label();
  }

  @Override
  public void checkReferences(Problems problems) {
    if (!context.options().step().removes()) {
      database.references().check(service.references(), entry.spec(), binding, problems);
      database.spelling().check(service.references(), entry.spec(), binding, problems);
    }
  }

  /** Lets the factories refuse what they cannot write, before anything is. */
  @Override
  public void check(Problems problems) {
    factories.values().forEach(factory -> factory.check(problems));
    String doubt = EntryBinding.hidden(service, entry.spec(), database.database(), binding).doubt();
    if (!doubt.isEmpty()) {
      problems.warn(Position.ofFile(entry.spec().file()), doubt);
    }
    if (!context.options().step().removes()) {
      service.advise(entry.spec(), database.database(), problems);
    }
  }

  @Override
  public void run() {
    uncommitted = true;
    try {
      new EntryRun(entry, context, database, binding, factories).run();
    } catch (RowProblem | DatabaseException | SpecException e) {
      throw e;
    } catch (RuntimeException e) {
      if (SqlFailures.isSql(e)) {
        throw SqlFailures.explain(label(), e);
      }
      throw e;
    }
  }

  @Override
  public void commit() {
    database.database().commit();
    database.ledger().committed();
    uncommitted = false;
  }

  /** Lets the factories take away what they put beside rows that are certainly rolled back. */
  @Override
  public void close() {
    if (uncommitted && !database.database().isInDoubt()) {
      factories.values().forEach(RecordFactory::undo);
    }
  }
}
