package org.openedx.devdata.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Tables that look absent because the user has no right on them: to a user with rights on single
 * tables the server shows only those. Immutable.
 *
 * @param tables their names
 * @param known whether Django's list of models says that they are there; else they only may be
 * @param database the database's name
 * @param user the account as the server knows it
 */
public record HiddenTables(List<String> tables, boolean known, String database, String user) {

  private static final HiddenTables NONE = new HiddenTables(List.of(), true, "", "");

  private static final String MODELS = "django_content_type";

  public HiddenTables {
    tables = List.copyOf(tables);
  }

  /**
   * Asks which of the tables that are not seen may be there.
   *
   * @param absent names of tables that the database seems to lack
   */
  public static HiddenTables of(MySqlDatabase database, Collection<String> absent) {
    if (absent.isEmpty()) {
      return NONE;
    }
    try {
      if (seesAll(database)) {
        return NONE;
      }
      boolean known = database.schema().has(MODELS);
      Set<String> there = known ? tablesOfModels(database.handle()) : new HashSet<>(absent);
      return new HiddenTables(
          absent.stream().filter(there::contains).sorted().toList(),
          known,
          database.connection().getCatalog(),
          DatabaseRights.user(database.connection()));
    } catch (SQLException e) {
      throw SqlFailures.explain(
          database.settings().label() + ": the user's rights could not be read", e);
    }
  }

  /** Returns whether the account sees all of the database and of those with some of its tables. */
  private static boolean seesAll(MySqlDatabase database) throws SQLException {
    boolean all = DatabaseRights.seesAll(database.connection(), "");
    for (String other : database.settings().aliases().values()) {
      all = all && DatabaseRights.seesAll(database.connection(), other);
    }
    return all;
  }

  /** Names that Django gives to the tables of its models, unless they say another. */
  private static Set<String> tablesOfModels(Handle handle) {
    return handle
        .createQuery("SELECT app_label, model FROM django_content_type")
        .map((row, context) -> row.getString(1) + "_" + row.getString(2))
        .stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /**
   * @throws DatabaseException when tables are there for certain, with what to grant
   */
  public void requireNone() {
    if (known && !tables.isEmpty()) {
      throw new DatabaseException(
          "the user %s may not see table %s, which Django's list of models has, so that rows that belong there would be left out; grant the rights: %s; or, where they are not there, %s"
              .formatted(
                  user,
                  String.join(", ", tables),
                  grants(),
                  DatabaseRights.grant("SELECT", Ddl.quote(database) + ".*", user)));
    }
  }

  /** The doubt about tables that cannot be seen, in a sentence; empty where nothing is open. */
  public String doubt() {
    return known || tables.isEmpty()
        ? ""
        : "the user %s sees only the tables on which it has rights, so it is not known whether the database has %s; rows that belong there are left out; to see them: %s"
            .formatted(
                user,
                String.join(", ", tables),
                DatabaseRights.grant("SELECT", Ddl.quote(database) + ".*", user));
  }

  private String grants() {
    return tables.stream()
        .map(
            table ->
                DatabaseRights.grant(
                    "SELECT, INSERT, UPDATE, DELETE",
                    Ddl.quote(database) + "." + Ddl.quote(table),
                    user))
        .collect(Collectors.joining("; "));
  }
}
