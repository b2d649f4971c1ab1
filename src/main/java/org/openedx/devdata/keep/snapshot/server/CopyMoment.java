package org.openedx.devdata.keep.snapshot.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.mariadb.EmbeddedFiles;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedItem;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.mysql.SavedDatabase;
import org.openedx.devdata.keep.snapshot.mysql.SavedTable;

/** The moment at which the embedded server is stopped and its files are copied. For one use. */
public final class CopyMoment implements Moment<CopiedDatabase> {

  private static final String FILES = "files";

  /** Bytes of a table of which the server's estimate of rows will do: counting reads it all. */
  private static final long COUNTED = 16 << 20;

  private record Seen(SavedDatabase database, String server) {}

  private final Map<CopiedDatabase, Seen> seen = new LinkedHashMap<>();
  private String copied = "";
  private long size;

  private CopyMoment() {}

  /** Reads what the databases are like. */
  public static CopyMoment open(List<CopiedDatabase> databases) {
    CopyMoment moment = new CopyMoment();
    databases.forEach(database -> moment.seen.put(database, look(database)));
    return moment;
  }

  private static Seen look(CopiedDatabase part) {
    try (Connection connection = MySqlDatabase.connect(part.settings())) {
      Catalog catalog = CatalogReader.read(connection, part.label());
      List<SavedTable> tables = new ArrayList<>();
      for (CatalogTable table : catalog.tables().values()) {
        long rows = table.bytes() > COUNTED ? table.rows() : count(connection, table);
        tables.add(new SavedTable(table, "", rows, "", table.bytes(), List.of()));
      }
      return new Seen(
          new SavedDatabase(
              catalog.database(), CatalogReader.migrations(connection, catalog), tables),
          connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException e) {
      throw SqlFailures.explain(part.label() + ": it could not be read", e);
    }
  }

  private static long count(Connection connection, CatalogTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT COUNT(*) FROM " + Ddl.quote(table.name()))) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public SavedPart save(
      CopiedDatabase part, Path folder, Predicate<String> items, SnapshotListener listener)
      throws IOException {
    EmbeddedFiles engine = part.engine();
    if (copied.isEmpty()) {
      engine.copyTo(folder.resolve(FILES));
      copied = part.name() + "/" + FILES;
      size = Folders.size(folder.resolve(FILES));
    }
    Seen what = seen.get(part);
    List<SavedTable> tables = what.database().tables();
    listener.rows(part.name(), tables.stream().mapToLong(SavedTable::rows).sum());
    return new SavedPart(
        CopiedDatabase.KIND,
        part.name(),
        part.database().services(),
        part.label(),
        what.server(),
        "one moment: the server's files, %,d MB, copied while it was stopped; rows of tables above %d MB are its estimates"
            .formatted(size >> 20, COUNTED >> 20),
        tables.stream()
            .map(table -> new SavedItem(table.table().name(), table.rows(), "", table.bytes()))
            .toList(),
        Map.of(),
        ManifestJson.tree(
            new CopiedServer(what.database(), copied, engine.account(), engine.databases())));
  }

  @Override
  public void close() {
    // The server runs again, or starts with its next user.
  }
}
