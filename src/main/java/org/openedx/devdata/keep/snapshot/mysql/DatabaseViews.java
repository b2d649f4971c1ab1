package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.stream.SharedView;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotListener;

/** Views of databases, all of one moment for those of one server. Not thread-safe. */
public final class DatabaseViews implements Moment<DatabasePart> {

  private record View(SharedView view, List<String> others) {}

  private final Map<DatabasePart, View> views = new LinkedHashMap<>();

  private DatabaseViews() {}

  /** Opens views of databases. */
  public static DatabaseViews open(Collection<DatabasePart> databases) {
    Map<String, List<DatabasePart>> byServer = new LinkedHashMap<>();
    for (DatabasePart database : databases) {
      byServer.computeIfAbsent(server(database.settings()), any -> new ArrayList<>()).add(database);
    }
    DatabaseViews all = new DatabaseViews();
    try {
      byServer.values().forEach(all::add);
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }

  private static String server(ConnectionSettings settings) {
    return MySqlUrl.masked(MySqlUrl.inDatabase(settings.url(), "any"));
  }

  private void add(List<DatabasePart> databases) {
    List<Supplier<Connection>> connects = new ArrayList<>();
    for (DatabasePart database : databases) {
      connects.add(() -> MySqlDatabase.connect(database.settings()));
    }
    try {
      requireNoRestore(databases);
      List<SharedView> opened =
          SharedView.open(Math.max(2, Workers.count() / databases.size()), connects);
      for (int i = 0; i < opened.size(); i++) {
        List<String> others = new ArrayList<>(databases.stream().map(DatabasePart::name).toList());
        others.remove(i);
        views.put(databases.get(i), new View(opened.get(i), others));
      }
      requireNoRestore(databases);
    } catch (SQLException e) {
      throw SqlFailures.explain(databases.get(0).settings().label() + ": it could not be saved", e);
    }
  }

  private static void requireNoRestore(List<DatabasePart> databases) throws SQLException {
    for (DatabasePart database : databases) {
      try (Connection connection = MySqlDatabase.connect(database.settings())) {
        RestoreLock.requireNone(connection, database.settings());
      }
    }
  }

  @Override
  public SavedPart save(
      DatabasePart database, Path folder, Predicate<String> items, SnapshotListener listener)
      throws IOException {
    View view = views.get(database);
    return database.save(view.view(), view.others(), folder, items, listener);
  }

  @Override
  public void close() {
    views.values().forEach(one -> one.view().close());
  }
}
