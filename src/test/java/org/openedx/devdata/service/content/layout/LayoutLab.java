package org.openedx.devdata.service.content.layout;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.migration.ContentSchema;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.testing.TestDatabase;

/** Databases with authored content, for tests. */
public final class LayoutLab {

  public static final LayoutMap MAP = LayoutMap.standard();
  public static final MigrationChain CHAIN = MigrationChain.standard();

  private LayoutLab() {}

  /** Opens a database; the caller closes it. */
  public static MySqlDatabase open(TestDatabase database) {
    return MySqlDatabase.open(
        new ConnectionSettings(
            "test", "content", database.jdbcUrl(), database.user(), database.password()));
  }

  /** Gives an empty database accounts and the tables of a layout. */
  public static void create(TestDatabase database, Layout layout) throws SQLException {
    database.run(
        "CREATE TABLE IF NOT EXISTS auth_user (id int NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            + " username varchar(150) NOT NULL UNIQUE)");
    try (MySqlDatabase open = open(database)) {
      new ContentSchema(MAP, CHAIN, Dialect.of(open.version()))
          .create(open.handle(), open.schema(), layout);
      open.commit();
    }
  }

  /** What the server shows of all tables of content: name to text, without counters. */
  public static Map<String, String> schema(TestDatabase database) throws SQLException {
    Map<String, String> texts = new TreeMap<>();
    for (List<String> row :
        database.rows(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
      String text = database.rows("SHOW CREATE TABLE `" + row.get(0) + "`").get(0).get(1);
      texts.put(row.get(0), text.replaceAll(" AUTO_INCREMENT=\\d+", ""));
    }
    return texts;
  }
}
