package org.openedx.devdata.plan.engine;

import java.util.function.Predicate;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.ledger.Ledger;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * An open database and what the entries that share it know of it together. Not thread-safe.
 *
 * @param database its connection
 * @param ledger what loads have made of its rows
 * @param stored its rows
 * @param keys keys of rows that references name
 * @param uniqueValues its unique keys
 * @param references finds references to nothing
 * @param spelling finds names that are one to the database and two to the platform
 */
record OpenDatabase(
    MySqlDatabase database,
    Ledger ledger,
    StoredRows stored,
    KeyIndex keys,
    UniqueValues uniqueValues,
    ReferenceCheck references,
    SpellingCheck spelling) {

  /**
   * @param referred tables that references of the run name
   */
  static OpenDatabase of(
      MySqlDatabase database, Ledger ledger, RunOptions options, Predicate<Table> referred) {
    StoredRows stored = new DatabaseRows(database);
    boolean plans = options.step() == Step.PLAN;
    return new OpenDatabase(
        database,
        ledger,
        stored,
        new KeyIndex(stored, referred, plans),
        new UniqueValues(stored, plans),
        new ReferenceCheck(stored),
        new SpellingCheck(stored));
  }

  String label() {
    return database.settings().label();
  }
}
