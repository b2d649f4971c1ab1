package org.openedx.devdata.plan.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Rows without a record of their own that refer to others, and go with them: schedules of
 * enrolments, verifications of users.
 *
 * @param stored what the database has
 * @param ledger knows who made them
 */
record Followers(StoredRows stored, SchemaBinding binding, ServiceLedger ledger) {

  /**
   * Primary keys of rows of a table that follow rows of another one, of which the keys are given.
   */
  Set<Object> of(BoundTable table, Table followed, List<Object> keys) {
    Set<Object> followers = new LinkedHashSet<>();
    for (String column : table.table().details().references().keySet()) {
      int index = table.table().indexOf(column);
      if (!keys.isEmpty()
          && binding.tables().referenced(table.table(), column) == followed
          && table.has(index)) {
        int[] primaryKey = {table.table().primaryKeyIndex()};
        List<Object[]> values = keys.stream().map(key -> new Object[] {key}).toList();
        for (Object[] found : stored.find(table, primaryKey, new int[] {index}, values)) {
          if (ledger.follows(table, found[0])) {
            followers.add(found[0]);
          }
        }
      }
    }
    return followers;
  }
}
