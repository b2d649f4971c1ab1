package org.openedx.devdata.jdbc;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
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

  /** A user with rights on a whole database gets another answer to this than one without. */
  private static final String PROBE = "SELECT 1 FROM devdata_no_such_table LIMIT 0";

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
    if (absent.isEmpty() || seesAll(database.handle())) {
      return new HiddenTables(List.of(), true, "", "");
    }
    boolean known = database.schema().has(MODELS);
    Set<String> there = known ? tablesOfModels(database.handle()) : new HashSet<>(absent);
    return new HiddenTables(
        absent.stream().filter(there::contains).sorted().toList(),
        known,
        text(database.handle(), "SELECT DATABASE()"),
        text(database.handle(), "SELECT CURRENT_USER()"));
  }

  private static boolean seesAll(Handle handle) {
    try {
      text(handle, PROBE);
      return true;
    } catch (JdbiException e) {
      return !SqlFailures.isDenied(e);
    }
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

  private static String text(Handle handle, String query) {
    return handle.createQuery(query).mapTo(String.class).findOne().orElse("");
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
                  grant("SELECT", Ddl.quote(database) + ".*")));
    }
  }

  /** The doubt about tables that cannot be seen, in a sentence; empty where nothing is open. */
  public String doubt() {
    return known || tables.isEmpty()
        ? ""
        : "the user %s sees only the tables on which it has rights, so it is not known whether the database has %s; rows that belong there are left out; to see them: %s"
            .formatted(
                user, String.join(", ", tables), grant("SELECT", Ddl.quote(database) + ".*"));
  }

  private String grants() {
    return tables.stream()
        .map(
            table ->
                grant(
                    "SELECT, INSERT, UPDATE, DELETE", Ddl.quote(database) + "." + Ddl.quote(table)))
        .collect(Collectors.joining("; "));
  }

  private String grant(String rights, String object) {
    int at = user.lastIndexOf('@');
    return "GRANT %s ON %s TO '%s'@'%s'"
        .formatted(rights, object, user.substring(0, at), user.substring(at + 1));
  }
}
