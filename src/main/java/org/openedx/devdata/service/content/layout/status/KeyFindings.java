package org.openedx.devdata.service.content.layout.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutKey;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Area;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Finding;

/** Foreign keys to authored content that are missing or point to no table. Reads only. */
final class KeyFindings {

  /** Columns of the platform that point to content. */
  private static final List<String> PLATFORM =
      List.of(
          "content_libraries_contentlibrary.learning_package_id",
          "contentstore_publishableentitylink.upstream_block_id",
          "contentstore_componentlink.upstream_block_id",
          "contentstore_containerlink.upstream_container_id",
          "modulestore_migrator_modulestoremigration.target_id",
          "modulestore_migrator_modulestoremigration.target_collection_id",
          "modulestore_migrator_modulestoremigration.change_log_id",
          "modulestore_migrator_modulestoreblockmigration.target_id",
          "modulestore_migrator_modulestoreblockmigration.change_log_record_id");

  private final LayoutMap map;
  private final Handle handle;
  private final Layout layout;

  KeyFindings(LayoutMap map, Handle handle, Layout layout) {
    this.map = map;
    this.handle = handle;
    this.layout = layout;
  }

  private record Key(String table, String column, String name, String target, boolean dangling) {}

  List<Finding> all() {
    List<Key> keys = read();
    List<Finding> findings = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> columns = new HashSet<>();
    for (Key key : keys) {
      names.add(key.table() + "." + key.name());
      columns.add(key.table() + "." + key.column());
      if (key.dangling()) {
        findings.add(
            new Finding(
                Area.FOREIGN_KEYS,
                key.table()
                    + "."
                    + key.column()
                    + " points to the table "
                    + key.target()
                    + ", which is not there; drop the foreign key "
                    + key.name()
                    + " or restore the table"));
      }
    }
    for (LayoutTable table : map.tables()) {
      for (LayoutKey key : table.foreignKeys(layout).values()) {
        String name = table.isIn(layout) ? table.name(layout) : "";
        if (hasColumn(name, table, key) && !names.contains(name + "." + key.name())) {
          findings.add(
              new Finding(
                  Area.FOREIGN_KEYS, name + " has no foreign key " + key.name() + " any more"));
        }
      }
    }
    for (String column : PLATFORM) {
      if (exists(column) && !columns.contains(column)) {
        findings.add(
            new Finding(
                Area.FOREIGN_KEYS,
                column
                    + " has no foreign key: the migration that makes it was interrupted;"
                    + " `devdata content repair` finishes it"));
      }
    }
    return findings;
  }

  private boolean hasColumn(String name, LayoutTable table, LayoutKey key) {
    return !name.isEmpty() && exists(name + "." + table.column(key.columns().get(0), layout));
  }

  private boolean exists(String column) {
    String[] parts = column.split("\\.");
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()"
                    + " AND table_name = ? AND column_name = ?")
            .bind(0, parts[0])
            .bind(1, parts[1])
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private List<Key> read() {
    return handle
        .createQuery(
            "SELECT k.table_name, k.column_name, k.constraint_name, k.referenced_table_name,"
                + " t.table_name IS NULL FROM information_schema.key_column_usage k LEFT JOIN"
                + " information_schema.tables t ON t.table_schema = k.referenced_table_schema AND"
                + " t.table_name = k.referenced_table_name WHERE k.table_schema = DATABASE() AND"
                + " k.referenced_table_name IS NOT NULL")
        .map(
            (rs, context) ->
                new Key(
                    rs.getString(1),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getBoolean(5)))
        .list();
  }
}
