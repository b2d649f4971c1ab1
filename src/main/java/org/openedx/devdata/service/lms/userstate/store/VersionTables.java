package org.openedx.devdata.service.lms.userstate.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.HiddenTables;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.service.lms.userstate.HistorySettings;

/**
 * The history tables that a site's settings use. Immutable.
 *
 * @param written the table that takes new versions
 * @param read the tables that are read, one after the other; none when both settings are off
 */
public record VersionTables(VersionTable written, List<VersionTable> read) {

  /** Versions in the LMS's own database. */
  public static final String ORIGINAL = "courseware_studentmodulehistory";

  /** Versions with 64-bit keys, often in a database of their own. */
  public static final String EXTENDED = "coursewarehistoryextended_studentmodulehistoryextended";

  /**
   * Finds the tables.
   *
   * @param history the database with the extended table; may be the same as {@code lms}
   * @param settings null to use the extended table where there is one
   * @throws DatabaseException when a table that the settings want is not there
   */
  public static VersionTables of(
      TableSet tables, MySqlDatabase lms, MySqlDatabase history, HistorySettings settings) {
    HistorySettings used =
        settings == null ? new HistorySettings(has(tables, history, EXTENDED), true) : settings;
    List<VersionTable> read = new ArrayList<>();
    if (used.extended()) {
      read.add(table(tables, history, EXTENDED));
    }
    if (used.readMultiple() && (!used.extended() || has(tables, lms, ORIGINAL))) {
      read.add(table(tables, lms, ORIGINAL));
    }
    return new VersionTables(
        used.extended() ? read.get(0) : table(tables, lms, ORIGINAL), List.copyOf(read));
  }

  /**
   * @throws DatabaseException when the table is there, and the user may not see it
   */
  private static boolean has(TableSet tables, MySqlDatabase database, String name) {
    if (database.schema().find(tables.get(name)) != null) {
      return true;
    }
    HiddenTables.of(database, List.of(name)).requireNone();
    return false;
  }

  private static VersionTable table(TableSet tables, MySqlDatabase database, String name) {
    if (!has(tables, database, name)) {
      throw new DatabaseException(
          database.settings().label()
              + ": the history settings want the table "
              + name
              + ", which is not there; migrate the database that has it, name its connection, or"
              + " change the settings");
    }
    return new VersionTable(database, StateTables.bind(tables, database, name));
  }

  /** Versions of a learner state row: newest first, table after table. */
  public Iterator<StoredVersion> of(long module) {
    Iterator<VersionTable> left = read.iterator();
    return new Pages<>() {
      private Iterator<StoredVersion> versions = List.<StoredVersion>of().iterator();

      @Override
      protected List<StoredVersion> nextPage() {
        while (!versions.hasNext()) {
          if (!left.hasNext()) {
            return null;
          }
          versions = left.next().newestFirst(module);
        }
        return List.of(versions.next());
      }
    };
  }
}
