package org.openedx.devdata.service.content;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.service.content.dump.DumpRequest;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Databases with authored content and people, for tests. */
public final class ContentLab {

  private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

  private ContentLab() {}

  /** A lab on a database of a layout, with users ada and bob. */
  public static SpecLab of(TestDatabase database, Layout layout, Path mediaRoot)
      throws SQLException {
    LayoutLab.create(database, layout);
    database.run("INSERT INTO auth_user (username) VALUES ('ada'), ('bob')");
    return new SpecLab(database, new ContentService().withMediaRoot(mediaRoot));
  }

  /** A query in the names of the current layout, as another one calls things. */
  public static List<List<String>> rows(TestDatabase database, Layout layout, String query)
      throws SQLException {
    String text = query;
    for (var table : LayoutLab.MAP.tables()) {
      if (table.isIn(layout)) {
        text = text.replaceAll("\\{" + table.logicalName() + "}", table.name(layout));
      }
    }
    return database.rows(text);
  }

  /** The connection to a test's database, as the commands of content take it. */
  public static ConnectionSettings settings(TestDatabase database) {
    return new ConnectionSettings(
        "test", "content", database.jdbcUrl(), database.user(), database.password());
  }

  /** Dumps a package into a file, always at the same time. */
  public static Path dump(TestDatabase database, String key, Path mediaRoot, Path file) {
    ContentApi.dump(
        settings(database),
        new DumpRequest(key, Optional.of(mediaRoot), THEN, Optional.empty(), ""),
        file);
    return file;
  }

  /** A spec that restores an archive. */
  public static String restoring(Path zip) {
    return "learning_packages: [{archive: \"" + zip + "\", restored_by: ada}]\n";
  }
}
