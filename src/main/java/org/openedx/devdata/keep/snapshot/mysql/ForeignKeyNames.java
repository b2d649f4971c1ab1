package org.openedx.devdata.keep.snapshot.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Foreign keys of a table that takes another one's place. Their names are unique in a database: as
 * long as both tables are there, those of the new one have names of their own. Stateless.
 */
final class ForeignKeyNames {

  private ForeignKeyNames() {}

  /** Clauses of {@code ALTER TABLE} that add the foreign keys of a table, under other names. */
  static List<String> underOtherNames(String table, TableDefinition definition) {
    List<String> clauses = new ArrayList<>();
    for (TableDefinition.Key reference : definition.references()) {
      clauses.add("ADD " + reference.named(BesideNames.reference(table, clauses.size())));
    }
    return clauses;
  }

  /** Gives those their own names that {@link #underOtherNames} has added, in one statement. */
  static void own(Connection connection, String table, TableDefinition definition)
      throws SQLException {
    List<String> clauses = new ArrayList<>();
    for (int i = 0; i < definition.references().size(); i++) {
      clauses.add("DROP FOREIGN KEY " + Ddl.quote(BesideNames.reference(table, i)));
    }
    definition.references().forEach(reference -> clauses.add("ADD " + reference.line()));
    alter(connection, table, clauses);
  }

  /** Gives those their names that a killed run has left with others. */
  static void heal(Connection connection, SavedTable saved, CatalogTable live) throws SQLException {
    if (live.references().stream().noneMatch(one -> BesideNames.isReference(one.name()))) {
      return;
    }
    List<String> clauses = new ArrayList<>();
    for (TableDefinition.Key key : TableDefinition.read(connection, live.name()).references()) {
      for (CatalogReference now : live.references()) {
        if (BesideNames.isReference(now.name()) && Ddl.quote(now.name()).equals(key.name())) {
          saved.table().references().stream()
              .filter(before -> isSame(before, now))
              .findFirst()
              .ifPresent(
                  before -> {
                    clauses.add("DROP FOREIGN KEY " + key.name());
                    clauses.add("ADD " + key.named(before.name()));
                  });
        }
      }
    }
    alter(connection, live.name(), clauses);
  }

  private static void alter(Connection connection, String table, List<String> clauses)
      throws SQLException {
    if (!clauses.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE " + Ddl.quote(table) + " " + String.join(", ", clauses));
      }
    }
  }

  private static boolean isSame(CatalogReference one, CatalogReference other) {
    return one.columns().equals(other.columns())
        && one.table().equals(other.table())
        && one.targets().equals(other.targets());
  }
}
