package org.openedx.devdata.keep.diff.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.keep.diff.Change;
import org.openedx.devdata.keep.diff.ColumnChange;
import org.openedx.devdata.keep.diff.RowChange;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.TableDiff;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.mysql.DatabasePart;
import org.openedx.devdata.keep.snapshot.mysql.OddSite;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Random edits of random tables, and what a difference of all rows in memory says of them. */
@DatabaseTest
class DiffModelTest {

  private static final List<String> EDITS =
      List.of(
          "DELETE FROM child ORDER BY RAND(%d) LIMIT 3",
          "UPDATE child SET note = 'edit %d' ORDER BY RAND(%1$d) LIMIT 2",
          "UPDATE child SET id = id + 100000 ORDER BY id DESC LIMIT 1",
          "INSERT INTO child (parent_id, note) VALUES (1, 'new %d')",
          "UPDATE parent SET west = 'ñ%d', doc = '{\"n\": %1$d}' ORDER BY RAND(%1$d) LIMIT 1",
          "UPDATE parent SET name = 'renamed %d' ORDER BY RAND(%1$d) LIMIT 1",
          "INSERT IGNORE INTO text_key VALUES ('é%d', '2026-01-01'), ('Z%1$d', '2026-01-02')",
          "UPDATE text_key SET v = '2027-01-01 00:00:00' ORDER BY RAND(%d) LIMIT 1",
          "DELETE FROM text_key ORDER BY RAND(%d) LIMIT 1",
          "INSERT IGNORE INTO two_keys VALUES (%d, 'q', 1), (1, 'q%1$d', NULL)",
          "UPDATE two_keys SET c = NULL ORDER BY RAND(%d) LIMIT 1",
          "INSERT INTO keyless VALUES (%d, 'z'), (%1$d, 'z')",
          "DELETE FROM keyless ORDER BY RAND(%d) LIMIT 1",
          "UPDATE keyless SET b = 'tab\\t%d' ORDER BY RAND(%1$d) LIMIT 1",
          "UPDATE large_key SET a = %d ORDER BY RAND(%1$d) LIMIT 1",
          "DELETE FROM large_key ORDER BY RAND(%d) LIMIT 1",
          "INSERT INTO loose (a) VALUES ('%d')",
          "INSERT IGNORE INTO parts VALUES (%d, 2020)",
          "DELETE FROM hollow",
          "INSERT INTO hollow (a) VALUES (%d)");

  @TempDir private Path folder;
  private TestDatabase database;
  private OddSite site;
  private ConnectionSettings settings;

  @BeforeEach
  void server(TestDatabase fresh) throws SQLException {
    database = fresh;
    site = new OddSite(fresh);
    site.make();
    settings =
        new ConnectionSettings("test", "lms", fresh.jdbcUrl(), fresh.user(), fresh.password());
  }

  private SavedSide save(String name) throws IOException {
    Path files = Files.createDirectories(folder.resolve(name).resolve("lms"));
    SavedPart part =
        new DatabasePart("lms", List.of("lms"), settings)
            .save(files, any -> true, SnapshotListener.NONE);
    return new SavedSide(part, SnapshotFiles.folder(folder.resolve(name)));
  }

  private static StoreDiff compare(DiffSide before, DiffSide after, int limit) throws IOException {
    return new DatabaseComparison(before, after, List.of(), any -> true, limit)
        .run("test", rows -> {});
  }

  private StoreDiff sinceThen(DiffSide before, int limit) throws IOException {
    try (DiffSide after = LiveSide.open(settings)) {
      return compare(before, after, limit);
    }
  }

  /** All rows of a table by what names them; a row without a key is itself its name. */
  private Map<String, Map<String, String>> rows(CatalogTable table) throws SQLException {
    List<String> columns = DatabaseTable.columns(table);
    String values =
        columns.stream()
            .map(column -> "HEX(CONCAT(`" + column + "`))")
            .collect(Collectors.joining(", "));
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (List<String> row : database.rows("SELECT %s FROM %s".formatted(values, table.name()))) {
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        byColumn.put(columns.get(i), row.get(i));
      }
      String key =
          table.primaryKey().isEmpty()
              ? row.toString()
              : table.primaryKey().stream().map(byColumn::get).toList().toString();
      while (rows.containsKey(key)) {
        key += "'"; // One more of a bag.
      }
      rows.put(key, byColumn);
    }
    return rows;
  }

  private Map<String, Map<String, Map<String, String>>> state() throws SQLException {
    Map<String, Map<String, Map<String, String>>> state = new TreeMap<>();
    try (Connection connection = database.connect()) {
      for (CatalogTable table : CatalogReader.read(connection, "test").tables().values()) {
        if (!table.name().startsWith("devdata_")) {
          state.put(table.name(), rows(table));
        }
      }
    }
    return state;
  }

  /** Differences as sorted texts: one for each row, with the columns that differ. */
  private static List<String> expected(
      Map<String, Map<String, Map<String, String>>> before,
      Map<String, Map<String, Map<String, String>>> after) {
    List<String> all = new ArrayList<>();
    before.forEach(
        (table, rows) -> {
          Map<String, Map<String, String>> now = after.get(table);
          rows.forEach(
              (key, row) -> {
                if (!now.containsKey(key)) {
                  all.add(table + " REMOVED");
                } else if (!now.get(key).equals(row)) {
                  all.add(
                      table
                          + " CHANGED "
                          + row.keySet().stream()
                              .filter(
                                  name -> !Objects.equals(row.get(name), now.get(key).get(name)))
                              .toList());
                }
              });
          now.keySet().stream()
              .filter(key -> !rows.containsKey(key))
              .forEach(key -> all.add(table + " ADDED"));
        });
    return all.stream().sorted().toList();
  }

  private static List<String> shown(StoreDiff diff) {
    List<String> all = new ArrayList<>();
    for (TableDiff table : diff.tables()) {
      assertThat(table.rows()).hasSize((int) table.total());
      for (RowChange row : table.rows()) {
        all.add(
            table.table()
                + " "
                + row.change()
                + (row.change() == Change.CHANGED
                    ? " " + row.columns().stream().map(ColumnChange::column).toList()
                    : ""));
      }
    }
    return all.stream().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void justTheEditsAreFound(long seed) throws SQLException, IOException {
    SavedSide saved = save("before");
    Map<String, Map<String, Map<String, String>>> before = state();
    assertThat(sinceThen(saved, 20).differs()).isFalse();
    Random random = new Random(seed);
    site.edit(seed, 8);
    List<String> edits = new ArrayList<>(List.of("SET SESSION foreign_key_checks = 0"));
    for (int i = 0; i < 20; i++) {
      edits.add(EDITS.get(random.nextInt(EDITS.size())).formatted(1_000 + random.nextInt(20)));
    }
    database.run(edits.toArray(String[]::new));
    List<String> expected = expected(before, state());
    assertThat(expected).hasSizeGreaterThan(5);

    StoreDiff live = sinceThen(saved, 10_000);

    assertThat(shown(live)).isEqualTo(expected);
    assertThat(live.schema()).isEmpty();
    SavedSide later = save("after");
    assertThat(compare(saved, later, 10_000)).isEqualTo(live);
    StoreDiff few = sinceThen(saved, 1);
    assertThat(few.tables()).allSatisfy(table -> assertThat(table.rows()).hasSize(1));
    assertThat(few.tables().stream().mapToLong(TableDiff::total).sum()).isEqualTo(expected.size());
  }

  @Test
  void rowsAreNamedAndLongValuesCutToWhatDiffers() throws SQLException, IOException {
    String text = "long ".repeat(50);
    database.run(
        "CREATE TABLE account (id int PRIMARY KEY, username varchar(20) NOT NULL UNIQUE, bio text)",
        "CREATE TABLE enrolment (id int PRIMARY KEY, account_id int NOT NULL, course varchar(20) NOT"
            + " NULL, mode varchar(20), UNIQUE (account_id, course), FOREIGN KEY (account_id)"
            + " REFERENCES account (id))",
        "INSERT INTO account VALUES (1, 'ada', '" + text + "x'), (2, 'bob', NULL)",
        "INSERT INTO enrolment VALUES (5, 1, 'A', 'audit'), (6, 2, 'B', 'audit')");
    SavedSide saved = save("before");
    database.run(
        "UPDATE account SET bio = '" + text + "y' WHERE id = 1",
        "DELETE FROM enrolment WHERE id = 6",
        "DELETE FROM account WHERE id = 2",
        "INSERT INTO account VALUES (2, 'zoe', NULL)",
        "INSERT INTO enrolment VALUES (7, 2, 'C', NULL)");

    List<TableDiff> tables = sinceThen(saved, 20).tables();

    String cut = "…" + text.substring(text.length() - 20);
    assertThat(tables.get(0).rows())
        .contains(
            new RowChange(
                Change.CHANGED,
                List.of("ada"),
                List.of(new ColumnChange("bio", cut + "x", cut + "y"))),
            new RowChange(
                Change.CHANGED,
                List.of("zoe"),
                List.of(new ColumnChange("username", "bob", "zoe"))));
    assertThat(tables.get(1).rows())
        .extracting(row -> row.change() + " " + row.name())
        .containsExactlyInAnyOrder("REMOVED [bob, B]", "ADDED [zoe, C]");
  }

  @Test
  void whatAnotherSchemaSharesIsCompared() throws SQLException, IOException {
    SavedSide saved = save("before");
    database.run(
        "DROP TABLE hollow",
        "CREATE TABLE later (id int PRIMARY KEY)",
        "ALTER TABLE text_key ADD extra int DEFAULT 5 FIRST",
        "ALTER TABLE two_keys DROP COLUMN c",
        "ALTER TABLE watched DROP PRIMARY KEY",
        "UPDATE text_key SET v = '2030-01-01' WHERE k = 'a'");

    StoreDiff diff = sinceThen(saved, 20);

    assertThat(diff.schema())
        .contains(
            "table hollow is not there",
            "table later was not saved",
            "table text_key: column extra was not there",
            "table two_keys: column c is not there");
    assertThat(diff.tables())
        .extracting(table -> table.table() + " " + table.total())
        .containsExactly("text_key 1");
    assertThat(diff.tables().get(0).rows().get(0).columns())
        .extracting(ColumnChange::column)
        .containsExactly("v");
  }
}
