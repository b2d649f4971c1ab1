package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.SharedView;
import org.openedx.devdata.jdbc.table.Ddl;

/** The saving of one database: chunks of its tables, several at once, in one view. For one use. */
final class DatabaseSave {

  private final String where;
  private final SharedView view;
  private final Path folder;
  private final LongConsumer done;
  private final Map<String, Map<Integer, RowSum>> sums = new ConcurrentHashMap<>();

  /**
   * @param where the database, for messages
   * @param folder where its files go
   * @param done receives numbers of rows as they are read
   */
  DatabaseSave(String where, SharedView view, Path folder, LongConsumer done) {
    this.where = where;
    this.view = view;
    this.folder = folder;
    this.done = done;
  }

  SavedDatabase save(Catalog catalog, Predicate<String> wanted) throws IOException, SQLException {
    Connection first = view.connections().get(0);
    List<CatalogTable> tables =
        catalog.tables().values().stream().filter(table -> wanted.test(table.name())).toList();
    Map<String, Integer> numbers = new TreeMap<>();
    List<TableChunk> chunks = new ArrayList<>();
    for (CatalogTable table : tables) {
      numbers.put(table.name(), numbers.size() + 1);
      chunks.addAll(TableChunk.of(first, table));
    }
    List<String> migrations = CatalogReader.migrations(first, catalog);
    Map<String, String> created = new TreeMap<>();
    for (CatalogTable table : tables) {
      if (SavedTable.isOwn(table.name())) { // Made again where it is missing.
        created.put(table.name(), create(first, table.name()));
      }
    }
    Workers.run(
        where,
        view.connections(),
        TableChunk.largestFirst(chunks),
        helper -> {
          ChunkSave save = new ChunkSave(helper);
          return (connection, chunk) -> {
            int number = numbers.get(chunk.table().name());
            RowSum sum = save.save(connection, chunk, folder.resolve(chunk.file(number)), done);
            sums.computeIfAbsent(chunk.table().name(), any -> new ConcurrentHashMap<>())
                .put(chunk.number(), sum);
          };
        });
    List<SavedTable> saved = new ArrayList<>();
    for (CatalogTable table : tables) {
      List<String> files =
          chunks.stream()
              .filter(chunk -> chunk.table().equals(table))
              .map(chunk -> chunk.file(numbers.get(table.name())))
              .toList();
      saved.add(saved(table, created.getOrDefault(table.name(), ""), files));
    }
    return new SavedDatabase(catalog.database(), migrations, saved);
  }

  private SavedTable saved(CatalogTable table, String create, List<String> files)
      throws IOException {
    RowSum sum = new RowSum();
    sums.get(table.name()).values().forEach(sum::add);
    long bytes = 0;
    for (String file : files) {
      bytes += Files.size(folder.resolve(file));
    }
    TableSum total = sum.total();
    return new SavedTable(table, create, total.rows(), total.checksum(), bytes, files);
  }

  private static String create(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW CREATE TABLE " + Ddl.quote(table))) {
      result.next();
      return result.getString(2);
    }
  }
}
