package org.openedx.devdata.service.lms.userstate.store;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.TableSet;

/**
 * The tables that the client reads and writes in the LMS's own database. Immutable.
 *
 * @param users {@code auth_user}
 * @param modules {@code courseware_studentmodule}
 */
public record StateTables(BoundTable users, BoundTable modules) {

  private static final String ADVICE = "migrate the LMS first: manage.py lms migrate";

  /** Binds them. */
  public static StateTables of(TableSet tables, MySqlDatabase database) {
    return new StateTables(
        bind(tables, database, "auth_user"), bind(tables, database, "courseware_studentmodule"));
  }

  /**
   * Matches one described table with a database.
   *
   * @throws org.openedx.devdata.jdbc.DatabaseException when it is missing or not as expected
   */
  static BoundTable bind(TableSet tables, MySqlDatabase database, String name) {
    return SchemaBinding.of(tables, database.schema(), List.of(name), Map.of(), ADVICE)
        .get(tables.get(name));
  }

  /** A column of learner state rows, quoted, of the table alias {@code m}. */
  String m(String column) {
    return "m." + modules.sqlName(modules.table().indexOf(column));
  }

  /** The columns of {@link StateQueries} results, in order, for the given user name expression. */
  String selected(String username) {
    return String.join(
        ", ",
        m("id"),
        username,
        m("module_id"),
        m("course_id"),
        m("module_type"),
        m("state"),
        m("modified"));
  }
}
