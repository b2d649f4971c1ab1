package org.openedx.devdata.service.content.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.service.content.tables.ContentTables;

/**
 * Finds entity lists, which are only a number, by the container version that shows them. Lives as
 * long as its batch; not thread-safe.
 */
final class EntityListFinder implements RowFinder {

  private final ContentTables tables;
  private final Lookups lookups;
  private final IdentityHashMap<Row, Row> versions = new IdentityHashMap<>();

  EntityListFinder(ContentTables tables, Lookups lookups) {
    this.tables = tables;
    this.lookups = lookups;
  }

  /** Will find the list by this row of a version. */
  void seek(Row list, Row version) {
    versions.put(list, version);
    list.foundBy(this);
  }

  @Override
  public List<String> keyColumns(Row row) {
    return List.of();
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    List<Object> old = new ArrayList<>();
    for (Row row : rows) {
      Row version = versions.get(row);
      if (version.key() != null && !version.isNew()) {
        old.add(version.key());
      }
    }
    String by = "publishable_entity_version_id";
    Map<Object, Object> lists = new HashMap<>();
    for (Object[] found :
        lookups.find(tables.containerVersions, List.of(by, "entity_list_id"), by, old)) {
      lists.put(found[0], found[1]);
    }
    Object[][] found = new Object[rows.size()][];
    for (int i = 0; i < found.length; i++) {
      Object list = lists.get(versions.get(rows.get(i)).key());
      if (list != null) {
        found[i] = new Object[table.table().columns().size()];
        found[i][table.table().primaryKeyIndex()] = list;
      }
    }
    return found;
  }
}
