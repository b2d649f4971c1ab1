package org.openedx.devdata.keep.snapshot.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestoreOutcome;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.StoppingProxy;
import org.openedx.devdata.testing.TestDatabase;

/** Tables that are loaded beside themselves: they come back with all that belongs to them. */
@DatabaseTest
class LargeTablesTest {

  private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");
  private static final int ROWS = 20_000;

  /** Packets before the end at which the client dies; 0 for a run that lives, to be counted. */
  private static final int[] DEATHS = {0, 1, 3, 4, 5, 6, 8};

  private static final String STATISTICS =
      "SELECT n_rows FROM mysql.innodb_table_stats WHERE table_name = 'state' AND database_name ="
          + " DATABASE()";

  @TempDir private Path folder;
  private TestDatabase database;

  @BeforeEach
  void site(TestDatabase fresh) throws SQLException {
    database = fresh;
    database.run(
        "CREATE TABLE digits (n int NOT NULL PRIMARY KEY)",
        "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)",
        "CREATE TABLE account (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(30) NOT NULL"
            + " UNIQUE)",
        "INSERT INTO account (id, name) SELECT a.n * 10 + b.n + 1, CONCAT('user ', a.n, b.n) FROM"
            + " digits a, digits b",
        "CREATE TABLE state (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, account_id int NOT NULL,"
            + " second_id int, block varchar(80) NOT NULL, done tinyint unsigned NOT NULL CHECK (done"
            + " >= 0), doc longtext, size int AS (CHAR_LENGTH(block)) VIRTUAL, data json, CONSTRAINT"
            + " a_name_of_a_foreign_key_that_is_as_long_as_a_name_may_ever_be_01 FOREIGN KEY"
            + " (account_id) REFERENCES account (id) ON DELETE CASCADE, CONSTRAINT state_second"
            + " FOREIGN KEY (second_id) REFERENCES account (id) ON DELETE SET NULL, UNIQUE KEY one"
            + " (account_id, block), KEY `odd ``name` (block(10), done), KEY computed (size)) COMMENT"
            + " 'what was\\nlearned'",
        "INSERT INTO state (account_id, second_id, block, done, doc, data) SELECT c.n * 10 + d.n + 1,"
            + " NULLIF(e.n * 10 + 1, 1), CONCAT('block ', a.n, b.n, e.n), d.n % 2, IF(b.n = 1, NULL,"
            + " CONCAT('{\"a\":\\t\"', a.n, '\"}\\n')), '{\"b\": 1}' FROM digits a, digits b, digits c,"
            + " digits d, digits e WHERE e.n < 2",
        "ALTER TABLE state AUTO_INCREMENT = 70001");
    assertThat(database.value("SELECT COUNT(*) FROM state")).isEqualTo(String.valueOf(ROWS));
  }

  private static DatabasePart part(TestDatabase database, String url) {
    return new DatabasePart(
        "lms",
        List.of("lms"),
        new ConnectionSettings("test", "lms", url, database.user(), database.password()));
  }

  private SavedPart save() throws IOException {
    return part(database, database.jdbcUrl()).save(folder, any -> true, SnapshotListener.NONE);
  }

  private RestoreOutcome restore(String url, SavedPart saved) throws IOException {
    return part(database, url)
        .restore(
            new SavedCopy(
                saved, name -> SnapshotFiles.folder(folder).open(name.replaceFirst("lms/", ""))),
            any -> true,
            false,
            SnapshotListener.NONE);
  }

  /** What a table is, and what the server says of its rows. */
  private Map<String, Set<String>> tables() throws SQLException {
    Map<String, Set<String>> tables = new TreeMap<>();
    try (Connection connection = database.connect()) {
      for (List<String> row : database.rows("SHOW TABLES")) {
        String table = row.get(0);
        if (table.equals(BesideNames.MARK)) {
          continue;
        }
        Set<String> lines = new TreeSet<>(TableDefinition.read(connection, table).lines());
        lines.add("sum " + database.rows("CHECKSUM TABLE " + table).get(0).get(1));
        tables.put(table, lines);
      }
    }
    return tables;
  }

  private String counter() throws SQLException {
    return new OddSite(database).counters().get("state");
  }

  private String engineNumber() throws SQLException {
    // Another one, as often as a table is made.
    return database.value(
        "SELECT create_time FROM information_schema.tables WHERE table_name = 'state'"
            + " AND table_schema = DATABASE()");
  }

  /** Waits for the server's clock: times of making are whole seconds. */
  private void awaitLaterThan(String moment) throws Exception {
    while (database.value("SELECT NOW() > '%s'".formatted(moment)).equals("0")) {
      Thread.onSpinWait();
    }
  }

  @Test
  void rowsKeysReferencesAndCountersComeBack() throws Exception {
    Map<String, Set<String>> before = tables();
    SavedPart saved = save();
    for (String change :
        List.of("TRUNCATE TABLE state", "UPDATE state SET doc = CONCAT(COALESCE(doc, ''), '!')")) {
      database.run(change, "INSERT INTO state (account_id, block, done) VALUES (1, 'x', 1)");
      String made = engineNumber();
      awaitLaterThan(made);

      assertThat(restore(database.jdbcUrl(), saved).restored()).containsExactly("state");

      assertThat(tables()).as(change).isEqualTo(before);
      assertThat(counter()).isEqualTo("70001");
      assertThat(engineNumber()).as("it was made beside").isNotEqualTo(made);
      assertThat(part(database, database.jdbcUrl()).plan(saved, any -> true).differences())
          .isEmpty();
      assertThat(restore(database.jdbcUrl(), saved).restored()).isEmpty();
      assertThat(Long.parseLong(database.value(STATISTICS))).isGreaterThan(ROWS / 2);
    }
    assertThatThrownBy(
            () -> database.run("INSERT INTO state (account_id, block, done) VALUES (9999, 'y', 1)"))
        .isInstanceOf(SQLException.class);
    database.run("DELETE FROM account WHERE id = 1");
    assertThat(database.value("SELECT COUNT(*) FROM state WHERE account_id = 1")).isEqualTo("0");
  }

  @Test
  void whatATableSaysOfItsStatisticsStays() throws SQLException, IOException {
    database.run("ALTER TABLE state STATS_AUTO_RECALC = 1");
    Map<String, Set<String>> before = tables();
    assertThat(before.get("state").toString()).contains("STATS_AUTO_RECALC=1");
    SavedPart saved = save();
    database.run("DELETE FROM state");

    restore(database.jdbcUrl(), saved);

    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void whatCannotBeMadeBesideIsRestoredInPlace() throws SQLException, IOException {
    for (String special :
        List.of(
            "CREATE TABLE child (state_id bigint, FOREIGN KEY (state_id) REFERENCES state (id))",
            "CREATE TRIGGER watch AFTER INSERT ON state FOR EACH ROW SET @any = 1",
            "ALTER TABLE state ADD FULLTEXT KEY words (doc)")) {
      database.run(special);
      Map<String, Set<String>> before = tables();
      SavedPart saved = save();
      database.run("DELETE FROM state");

      restore(database.jdbcUrl(), saved);

      assertThat(tables()).as(special).isEqualTo(before);
      database.run("DROP TABLE IF EXISTS child", "DROP TRIGGER IF EXISTS watch");
    }
  }

  @Test
  void anAccountThatMayMakeNoTablesRestoresInPlace() throws SQLException, IOException {
    Map<String, Set<String>> before = tables();
    SavedPart saved = save();
    database.run("DELETE FROM state WHERE id > 5");
    TestDatabase full = database;
    database = full.withUser("SELECT, INSERT, UPDATE, DELETE, ALTER");

    restore(database.jdbcUrl(), saved);

    database = full;
    assertThat(tables()).isEqualTo(before);
  }

  /** They would go with the table that another one replaces. */
  @Test
  void triggersThatAnAccountMayNotSeeStay() throws SQLException, IOException {
    SavedPart saved = save();
    database.run(
        "CREATE TRIGGER watch AFTER INSERT ON state FOR EACH ROW SET @any = 1",
        "DELETE FROM state WHERE id > 5");
    TestDatabase full = database;
    database =
        full.withUser("SELECT, INSERT, UPDATE, DELETE, ALTER, CREATE, DROP, INDEX, REFERENCES");

    restore(database.jdbcUrl(), saved);

    assertThat(full.value("SELECT COUNT(*) FROM state")).isEqualTo("" + ROWS);
    assertThat(
            full.value(
                "SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema = DATABASE()"))
        .isEqualTo("1");
  }

  @Test
  void damagedFilesLeaveTheTableAsItIs() throws SQLException, IOException {
    SavedPart saved = save();
    database.run("DELETE FROM state WHERE id > 5");
    Map<String, Set<String>> before = tables();
    Path file;
    try (var files = Files.list(folder)) {
      file = files.filter(one -> one.toString().contains("-state.")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x40;
    Files.write(file, bytes);

    assertThatThrownBy(() -> restore(database.jdbcUrl(), saved)).isNotNull();

    assertThat(tables()).isEqualTo(before);
    assertThat(part(database, database.jdbcUrl()).isHalfRestored()).isTrue();
  }

  @Test
  void afterADeathAtAnyStatementTheTableIsOldOrNewAndTheNextRunEnds() throws Exception {
    Map<String, Set<String>> after = tables();
    SavedPart saved = save();
    Matcher address = ADDRESS.matcher(database.jdbcUrl());
    assertThat(address.find()).isTrue();
    int total = 0;
    for (int death : DEATHS) {
      database.run("TRUNCATE TABLE state");
      Map<String, Set<String>> before = tables();
      int maximum = death == 0 ? Integer.MAX_VALUE : total - death;
      try (StoppingProxy proxy =
          new StoppingProxy(address.group(1), Integer.parseInt(address.group(2)), maximum)) {
        restore(address.replaceFirst("//127.0.0.1:" + proxy.port() + "/"), saved);
        total = death == 0 ? proxy.packets() : total;
      } catch (RuntimeException | IOException died) {
        assertThat(death).as("the first one is not killed: %s", died).isPositive();
      }

      assertThat(rows(tables())).as("%d before the end", death).isIn(rows(before), rows(after));
      assertThat(part(database, database.jdbcUrl()).plan(saved, any -> true).differences())
          .as("%d before the end", death)
          .isEmpty();

      restore(database.jdbcUrl(), saved);

      assertThat(tables()).as("%d before the end", death).isEqualTo(after);
      assertThat(part(database, database.jdbcUrl()).isHalfRestored()).isFalse();
      assertThat(counter()).isEqualTo("70001");
    }
  }

  private static String rows(Map<String, Set<String>> tables) {
    return tables.get("state").stream()
        .filter(line -> line.startsWith("sum"))
        .findFirst()
        .orElse("");
  }
}
