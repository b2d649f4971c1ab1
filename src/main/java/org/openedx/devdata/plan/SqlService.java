package org.openedx.devdata.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.EmbeddedSchema;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.FactoryContext;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** A service whose records become rows of a MySQL database. Stateless; safe to share. */
public interface SqlService extends Service {

  /** Its tables, parents before children. */
  TableSet tables();

  /**
   * Looks at a database before its tables are matched.
   *
   * @throws org.openedx.devdata.jdbc.DatabaseException when it is not one that the service writes
   *     to, saying what was found
   */
  default void inspect(LiveSchema live) {}

  /** Tables that a run with these records writes or looks up. */
  Set<String> tablesFor(ServiceSpec spec);

  /**
   * Optional tables that a run with these records cannot do without: of each group one at least.
   */
  default List<Set<String>> indispensable(ServiceSpec spec) {
    return List.of();
  }

  /**
   * Warns of what this database needs besides the rows that the records become. Called once, before
   * anything is written.
   */
  default void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {}

  @Override
  default Optional<SqlService> inMySql() {
    return Optional.of(this);
  }

  @Override
  default boolean rollsBack() {
    return true;
  }

  @Override
  default OpenEntry open(RunEntry entry, RunContext run) {
    return run.inMySql(entry, this);
  }

  /** Factories by kind name, for one run. */
  Map<String, RecordFactory> factories(FactoryContext context);

  /** Kinds that say how rows become records again; none for a service whose rows do not. */
  default List<RecordKind> recordKinds() {
    return List.of();
  }

  /** Rows of its database that migrations make, which stay when it is emptied. */
  default KeepList keepList() {
    return KeepList.NONE;
  }

  /** Remedy for a database that has not been migrated, for messages. */
  String migrationAdvice();

  /**
   * Rows of {@code django_migrations} that stand for the embedded database's layout: app to name.
   */
  Map<String, String> migrations();

  /**
   * Gives the embedded server the service's database, or what it lacks. By default its tables as
   * they are described, which is all that a load needs.
   *
   * @param server an account that may do so, its URL without a database
   * @param database the same account in the service's database
   * @param name of that database
   */
  default void embed(ConnectionSettings server, ConnectionSettings database, String name) {
    new EmbeddedSchema(tables(), migrations()).ensure(server, name);
  }
}
