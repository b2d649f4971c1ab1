package org.openedx.devdata.service.content.layout.migration;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutDdl;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;

/**
 * Gives a database the tables of a layout, its migration rows and content types, as if upstream had
 * migrated it from nothing. For the embedded engine and for tests; the database must have Django's
 * {@code auth_user}. Immutable.
 */
public final class ContentSchema {

  /** Moment of the rows: any, but always the same. */
  private static final LocalDateTime MIGRATED = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final LayoutMap map;
  private final MigrationChain chain;
  private final Dialect dialect;

  public ContentSchema(LayoutMap map, MigrationChain chain, Dialect dialect) {
    this.map = map;
    this.chain = chain;
    this.dialect = dialect;
  }

  /** Makes what is missing of a layout; a database that has another one must not come here. */
  public void create(Handle handle, LiveSchema live, Layout layout) {
    DjangoTables django = new DjangoTables(handle);
    django.create();
    LayoutDdl ddl = new LayoutDdl(map, dialect);
    for (LayoutTable table : map.tables()) {
      if (table.isIn(layout) && !live.has(table.name(layout))) {
        handle.execute(ddl.create(table, layout));
      }
    }
    if (map.table("containertype").isIn(layout)) {
      for (String code : List.of("section", "subsection", "unit")) {
        handle.execute(
            "INSERT IGNORE INTO openedx_content_containertype (type_code) VALUES (?)", code);
      }
    }
    django.record(chain.upTo(layout), MIGRATED);
    django.addContentTypes(ContentModel.all(map, chain, layout));
  }
}
