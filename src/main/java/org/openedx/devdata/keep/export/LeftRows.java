package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.rows.RowPages;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.schema.LiveColumn;
import org.openedx.devdata.jdbc.schema.LiveTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.SqlService;

/** Rows that no kind describes, and columns that no description knows. */
final class LeftRows {

  /** Tables that migrations fill, or devdata itself. */
  private static final Set<String> OTHERS =
      Set.of("django_migrations", "django_content_type", "auth_permission", "devdata_ledger");

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final SqlService service;

  LeftRows(MySqlDatabase database, SchemaBinding binding, SqlService service) {
    this.database = database;
    this.binding = binding;
    this.service = service;
  }

  /** Counts rows by table, and notes columns that devdata does not know. */
  List<ExportResult.RowsOfTable> count(ExportTally tally) {
    Map<String, Table> described = new TreeMap<>();
    for (Table table : service.tables().all()) {
      LiveTable live = database.schema().find(table);
      if (live != null && live.database().isEmpty()) {
        described.put(live.name(), table);
      }
    }
    List<ExportResult.RowsOfTable> left = new ArrayList<>();
    for (LiveTable live : new TreeMap<>(database.schema().tables()).values()) {
      Table table = described.get(live.name());
      if (OTHERS.contains(live.name()) || table != null && table.details().lookupOnly()) {
        continue;
      }
      long known = table == null ? 0 : tally.knownOf(table.name());
      long rows = RowPages.count(database, live.name()) - known;
      if (rows > 0) {
        left.add(new ExportResult.RowsOfTable(live.name(), rows));
      }
      if (known > 0) {
        unknown(binding.get(table), live, tally);
      }
    }
    return left;
  }

  private void unknown(BoundTable table, LiveTable live, ExportTally tally) {
    List<String> names = new ArrayList<>();
    for (Column column : table.table().columns()) {
      names.add(column.name());
      names.add(column.formerName());
    }
    for (LiveColumn column : live.columns().values()) {
      if (!names.contains(column.name())) {
        long rows = RowPages.count(database, live.name(), column);
        if (rows > 0) {
          tally.unsaid(live.name(), column.name(), "is not known to devdata", rows);
        }
      }
    }
  }
}
