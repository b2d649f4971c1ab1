package org.openedx.devdata.plan.engine;

import java.util.Map;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.HiddenTables;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.kind.CommonSettings;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** Matches the tables that a spec needs with those that a database has. Stateless. */
final class EntryBinding {

  private EntryBinding() {}

  /**
   * @throws DatabaseException when the database is not as the service expects, with its label
   */
  static SchemaBinding of(SqlService service, ServiceSpec spec, MySqlDatabase database) {
    try {
      service.inspect(database.schema());
      SchemaBinding binding =
          SchemaBinding.of(
              service.tables(),
              database.schema(),
              service.tablesFor(spec),
              columnDefaults(spec.settings()),
              service.migrationAdvice());
      requireMigrations(service, spec, database);
      hidden(service, spec, database, binding).requireNone();
      service
          .indispensable(spec)
          .forEach(group -> binding.requireOneOf(group, service.migrationAdvice()));
      return binding;
    } catch (DatabaseException e) {
      throw new DatabaseException(
          database.settings().label() + ": " + e.getMessage() + DatabaseRights.doubt(database), e);
    }
  }

  /** Optional tables that seem to be absent, and that this user may only not see. */
  static HiddenTables hidden(
      SqlService service, ServiceSpec spec, MySqlDatabase database, SchemaBinding binding) {
    return HiddenTables.of(
        database,
        service.tablesFor(spec).stream()
            .filter(name -> binding.get(service.tables().get(name)) == null)
            .toList());
  }

  /** A database whose tables are right may still be another program's: a copy, a report's. */
  private static void requireMigrations(
      SqlService service, ServiceSpec spec, MySqlDatabase database) {
    boolean reads = !service.tablesFor(spec).isEmpty();
    if (reads && !database.schema().has("django_migrations")) {
      throw new DatabaseException(
          "the database has no table django_migrations, so it is not one that the service migrated;"
              + " name that one, or "
              + service
                  .migrationAdvice()
                  .replaceFirst("^migrate it first: ", "migrate this one first: "));
    }
  }

  /** The setting {@code column_defaults}: table to column to value. */
  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, String>> columnDefaults(SpecRecord settings) {
    if (settings.kind().indexOf(CommonSettings.COLUMN_DEFAULTS.name()) < 0) {
      return Map.of();
    }
    return (Map<String, Map<String, String>>)
        settings.get(CommonSettings.COLUMN_DEFAULTS.name(), Map.class).orElse(Map.of());
  }
}
