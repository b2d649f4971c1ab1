package org.openedx.devdata.service.content;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Databases with authored content and people, for tests. */
final class ContentLab {

  private ContentLab() {}

  /** A lab on a database of a layout, with users ada and bob. */
  static SpecLab of(TestDatabase database, Layout layout, Path mediaRoot) throws SQLException {
    LayoutLab.create(database, layout);
    database.run("INSERT INTO auth_user (username) VALUES ('ada'), ('bob')");
    return new SpecLab(database, new ContentService().withMediaRoot(mediaRoot));
  }

  /** A query in the names of the current layout, as another one calls things. */
  static List<List<String>> rows(TestDatabase database, Layout layout, String query)
      throws SQLException {
    String text = query;
    for (var table : LayoutLab.MAP.tables()) {
      if (table.isIn(layout)) {
        text = text.replaceAll("\\{" + table.logicalName() + "}", table.name(layout));
      }
    }
    return database.rows(text);
  }
}
