package org.openedx.devdata.service.content.layout.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutDdl;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * The statements of upstream's migrations from L1 on, as they were seen on MySQL and on MariaDB.
 * Migrations that only change Django's idea of the models have none. Immutable.
 */
public final class MigrationScripts {

  private final LayoutMap map;
  private final Dialect dialect;
  private final LayoutDdl ddl;

  public MigrationScripts(LayoutMap map, Dialect dialect) {
    this.map = map;
    this.dialect = dialect;
    this.ddl = new LayoutDdl(map, dialect);
  }

  /**
   * The script of a migration.
   *
   * @param facts what the database has, for the names of tables in the middle of 0002
   */
  public MigrationScript of(Migration migration, Set<String> facts) {
    if (!migration.isMerged()) {
      return new MigrationScript(migration, List.of(), true);
    }
    return switch (migration.name().substring(0, 4)) {
      case "0002" -> new MigrationScript(migration, merge(facts), false);
      case "0003" -> new MigrationScript(migration, media(), true);
      default -> new MigrationScript(migration, new CurrentChanges(this).of(migration), true);
    };
  }

  TableChanges on(String table, Layout layout) {
    return new TableChanges(map.table(table), layout, dialect, ddl);
  }

  /** A table that a layout adds. */
  Change create(String table, Layout layout) {
    LayoutTable made = map.table(table);
    return Change.of(
        ddl.create(made, layout), Set.of(), Set.of(SchemaFacts.table(table, made.name(layout))));
  }

  /** 0002: one index and thirty tables, each on its own. */
  private List<Change> merge(Set<String> facts) {
    List<Change> changes = new ArrayList<>();
    String old = SchemaFacts.table("collection", map.name("collection", Layout.L1));
    changes.add(
        on("collection", facts.contains(old) ? Layout.L1 : Layout.L2)
            .renameIndex("oel_collect_learnin_dfaf89_idx", "openedx_content_coll_lp_title"));
    for (LayoutTable table : map.tables()) {
      if (table.isIn(Layout.L2)) {
        changes.add(on(table.logicalName(), Layout.L2).renameFrom(Layout.L1));
      }
    }
    return changes;
  }

  /** 0003: content becomes media. */
  private List<Change> media() {
    String media = map.name("media", Layout.L3);
    TableChanges on = on("componentversionmedia", Layout.L3);
    String oldKey = "oel_components_compo_content_id_83665e85_fk_oel_conte";
    String passing = "openedx_content_comp_content_id_a106da3e_fk_openedx_c";
    return List.of(
        on.renameFrom(Layout.L2),
        contentType("componentversioncontent", "componentversionmedia"),
        on("media", Layout.L3).renameFrom(Layout.L2),
        on.dropForeignKey(oldKey),
        on.addForeignKey(passing, "content_id", media),
        contentType("content", "media"),
        on.addIndex("openedx_content_componentversionmedia_content_id_a106da3e", "content_id"),
        on.dropIndex("oel_cvcontent_c_cv"),
        on.dropIndex("oel_cvcontent_cv_d"),
        on.dropForeignKey(passing),
        on.renameColumn("content_id", "media_id", 0),
        on.addKey("openedx_content_comp_media_id_17ca62ff_fk_openedx_c"),
        on.addKey("oel_cvmedia_c_cv"),
        on.addKey("oel_cvmedia_cv_d"));
  }

  /** The content type keeps its id; where both are there, both stay, as upstream leaves them. */
  private static Change contentType(String from, String to) {
    return Change.rows(
        "UPDATE IGNORE "
            + Ddl.quote("django_content_type")
            + " SET model = '"
            + to
            + "' WHERE app_label = 'openedx_content' AND model = '"
            + from
            + "'");
  }
}
