package org.openedx.devdata.keep.empty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.catalog.OutsideReference;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.jdbc.keeplist.KeepRule;
import org.openedx.devdata.jdbc.table.Ddl;

/** Plans what goes of a database: counts rows, changes nothing. Immutable, but for its database. */
public final class EmptyPlanner {

  private static final String ALIAS = "t";

  private final MySqlDatabase database;
  private final KeepList list;

  /**
   * @param lists the keep-lists of the services that have the database
   * @param keep more tables that stay as they are
   */
  public EmptyPlanner(MySqlDatabase database, Collection<KeepList> lists, Collection<String> keep) {
    this.database = database;
    this.list =
        KeepList.union(
                Stream.concat(Stream.of(KeepList.besides(EmptyPlanner.class)), lists.stream())
                    .toList())
            .withWhole(keep);
  }

  /**
   * Counts.
   *
   * @throws DatabaseException when another database refers to rows that would go
   */
  public EmptyPlan plan() {
    Catalog catalog = catalog();
    KeepConditions conditions = KeepConditions.of(catalog, list);
    requireNoOutsiders(catalog, conditions);
    List<EmptyTable> tables = new ArrayList<>();
    for (CatalogTable table : catalog.tables().values()) {
      tables.add(table(catalog, table, conditions));
    }
    List<String> notes = new ArrayList<>(conditions.notes());
    unseen().ifPresent(notes::add);
    return new EmptyPlan(catalog, tables, notes);
  }

  private Catalog catalog() {
    // A snapshot of the transaction would hide what others have written since.
    database.rollback();
    return CatalogReader.read(database.handle().getConnection(), database.settings().label());
  }

  /** Rows of another database are not ours to remove, and must not refer to nothing. */
  private void requireNoOutsiders(Catalog catalog, KeepConditions conditions) {
    for (OutsideReference outside :
        OutsideReference.read(database.handle().getConnection(), database.settings().label())) {
      CatalogTable target = catalog.table(outside.target()).orElse(null);
      String outsider = Ddl.quote(outside.database()) + "." + Ddl.quote(outside.table());
      if (target != null
          && conditions.of(target).extent() != KeepCondition.Extent.ALL
          && any(outsider, Ddl.quote(outside.column()) + " IS NOT NULL")) {
        throw new DatabaseException(
            "%s: rows of %s.%s in another database refer to %s; remove those first or --keep %s"
                .formatted(
                    database.settings().label(),
                    outside.database(),
                    outside.table(),
                    outside.target(),
                    outside.target()));
      }
    }
  }

  /** A note about what an account with rights on some databases only cannot know. */
  private Optional<String> unseen() {
    return DatabaseRights.seesOthers(database)
        ? Optional.empty()
        : Optional.of(
            "this account sees some databases of the server only: rows of others that refer to"
                + " rows of this one would not be found");
  }

  private EmptyTable table(Catalog catalog, CatalogTable table, KeepConditions conditions) {
    KeepCondition condition = conditions.of(table);
    String quoted = Ddl.quote(table.name());
    long rows = count(quoted, "TRUE");
    long kept =
        switch (condition.extent()) {
          case NONE -> 0;
          case SOME -> rows == 0 ? 0 : count(quoted, condition.of(ALIAS));
          case ALL -> rows;
        };
    List<EmptyTable.Cleared> cleared = kept == 0 ? List.of() : cleared(catalog, table, conditions);
    return new EmptyTable(table, rows, kept, condition, listing(table.name()), cleared);
  }

  private EmptyTable.Listing listing(String table) {
    if (list.rule(table).filter(KeepRule.Dropped.class::isInstance).isPresent()) {
      return EmptyTable.Listing.DROPPED;
    }
    return list.knows(table) ? EmptyTable.Listing.KNOWN : EmptyTable.Listing.UNKNOWN;
  }

  private List<EmptyTable.Cleared> cleared(
      Catalog catalog, CatalogTable table, KeepConditions conditions) {
    List<EmptyTable.Cleared> cleared = new ArrayList<>();
    for (CatalogReference reference : table.references()) {
      CatalogTable target =
          reference.database().equals(catalog.database())
              ? catalog.table(reference.table()).orElse(null)
              : null;
      if (target != null
          && KeepConditions.mayBeNull(table, reference)
          && conditions.of(target).extent() != KeepCondition.Extent.ALL) {
        long rows =
            number(
                "SELECT COUNT(*) FROM %s WHERE %s"
                    .formatted(
                        joined(table, reference),
                        leaves(conditions.of(table), conditions.of(target))));
        if (rows > 0) {
          cleared.add(new EmptyTable.Cleared(reference, rows));
        }
      }
    }
    return cleared;
  }

  /** A table as {@code t}, with the rows that a reference leads to as {@code p}. */
  static String joined(CatalogTable table, CatalogReference reference) {
    return "%s t JOIN %s p ON %s"
        .formatted(
            Ddl.quote(table.name()),
            Ddl.quote(reference.table()),
            KeepConditions.matches(reference, ALIAS, "p"));
  }

  /** Condition of a row {@code t} that stays while the row {@code p} goes. */
  static String leaves(KeepCondition kept, KeepCondition target) {
    return "(" + kept.of(ALIAS) + ") AND " + target.notOf("p");
  }

  private long count(String table, String where) {
    return number("SELECT COUNT(*) FROM " + table + " " + ALIAS + " WHERE " + where);
  }

  /** Ends at the first row, however many there are. */
  private boolean any(String table, String where) {
    return number("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE " + where + ")") > 0;
  }

  /** Asks without parameters: names of tables and columns may hold colons and question marks. */
  private long number(String query) {
    try (Statement statement = database.handle().getConnection().createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw SqlFailures.explain(database.settings().label() + ": rows could not be counted", e);
    }
  }
}
