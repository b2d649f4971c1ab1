package org.openedx.devdata.keep.snapshot.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.keep.snapshot.Manifest;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestoreOutcome;
import org.openedx.devdata.keep.snapshot.UnfinishedSnapshot;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class DatabasePartTest {

  @TempDir private Path folder;
  private TestDatabase database;
  private OddSite site;

  @BeforeEach
  void server(TestDatabase fresh) throws SQLException {
    database = fresh;
    site = new OddSite(fresh);
    site.make();
  }

  private static DatabasePart part(TestDatabase database) {
    return new DatabasePart(
        "lms",
        List.of("lms"),
        new ConnectionSettings(
            "test", "lms", database.jdbcUrl(), database.user(), database.password()));
  }

  private Snapshot save(boolean archive) throws IOException {
    Path destination = folder.resolve("before" + (archive ? ".tar" : ""));
    try (UnfinishedSnapshot unfinished = UnfinishedSnapshot.begin(destination)) {
      Path files = Files.createDirectories(unfinished.folder().resolve("lms"));
      SavedPart saved = part(database).save(files, any -> true, SnapshotListener.NONE);
      return unfinished.complete(
          new Manifest(1, "before", "2026-11-30T12:00:00Z", "test", "test", List.of(saved)));
    }
  }

  private RestoreOutcome restore(Snapshot snapshot) throws IOException {
    return part(database)
        .restore(
            snapshot.manifest().parts().get(0),
            snapshot.files(),
            any -> true,
            false,
            SnapshotListener.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twentyEditsAreTakenBack(long seed) throws SQLException, IOException {
    Map<String, String> before = site.state();
    Map<String, String> counters = site.counters();
    Snapshot snapshot = save(seed == 2);
    site.edit(seed, 22);
    assertThat(site.state()).isNotEqualTo(before);

    restore(snapshot);

    assertThat(site.state()).isEqualTo(before);
    assertThat(site.counters()).isEqualTo(counters);
    assertThat(restore(snapshot).restored()).isEmpty();
    assertThat(
            database.value(
                "SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema = DATABASE()"))
        .isEqualTo("2");
  }

  @Test
  void anEmptiedDatabaseAndOneFullOfOtherRowsComeBack() throws SQLException, IOException {
    Map<String, String> before = site.state();
    Snapshot snapshot = save(false);
    for (String table : before.keySet()) {
      database.run("SET SESSION foreign_key_checks = 0", "DELETE FROM `" + table + "`");
    }

    assertThat(restore(snapshot).rows()).isGreaterThan(1_200);
    assertThat(site.state()).isEqualTo(before);

    database.run("UPDATE child SET note = CONCAT(note, '!')");
    restore(snapshot);
    assertThat(site.state()).isEqualTo(before);
  }

  /** Rows that come and go leave no other trace than the next number. */
  @Test
  void countersComeBackWhereNoRowDiffers() throws SQLException, IOException {
    Map<String, String> before = site.state();
    Snapshot snapshot = save(false);
    Map<String, String> counters = site.counters();
    site.moveCounters();
    assertThat(site.state()).isEqualTo(before);
    assertThat(site.counters()).doesNotContainEntry("hollow", "1").isNotEqualTo(counters);

    assertThat(restore(snapshot).restored()).isEmpty();

    assertThat(site.counters()).isEqualTo(counters);
    assertThat(site.state()).isEqualTo(before);
  }

  @Test
  void rowsOfASharedViewAreOfOneMoment() throws IOException {
    SavedPart saved = save(false).manifest().parts().get(0);

    assertThat(saved.consistency()).startsWith("one moment, read by").endsWith("loose (MyISAM)");
    assertThat(saved.leftOut())
        .isEqualTo(
            Map.of("views", List.of("shown"), "triggers", List.of("watched_gone", "watched_new")));
  }

  @Test
  void anAccountThatMayOnlyReadCanSave() throws SQLException, IOException {
    Map<String, String> before = site.state();
    TestDatabase full = database;
    database = full.withUser("SELECT, SHOW VIEW, TRIGGER");
    Snapshot snapshot = save(false);
    database = full;
    site.edit(4, 20);

    restore(snapshot);

    assertThat(site.state()).isEqualTo(before);
  }

  @Test
  void aServerThatTakesNoLocalFilesIsRestoredByInserts() throws SQLException, IOException {
    Map<String, String> before = site.state();
    Snapshot snapshot = save(false);
    site.edit(5, 20);
    try (Connection admin = database.connect();
        Statement statement = admin.createStatement()) {
      statement.execute("SET GLOBAL local_infile = 0");
      try {
        restore(snapshot);
      } finally {
        statement.execute("SET GLOBAL local_infile = 1");
      }
    }

    assertThat(site.state()).isEqualTo(before);
  }

  @Test
  void twoRestoresAtOnceRunOneAfterTheOther() throws Exception {
    Map<String, String> before = site.state();
    Snapshot snapshot = save(false);
    site.edit(6, 22);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<RestoreOutcome> restore = () -> restore(snapshot);
      for (Future<RestoreOutcome> one : threads.invokeAll(List.of(restore, restore))) {
        assertThat(one.get()).isNotNull();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(site.state()).isEqualTo(before);
  }

  @Test
  void nothingIsSavedWhileARestoreGoesOn() throws SQLException {
    try (Connection restoring = database.connect();
        Statement statement = restoring.createStatement()) {
      statement.execute("SELECT GET_LOCK('devdata-restore:" + database.name() + "', 0)");

      assertThatThrownBy(() -> save(false))
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("another devdata restores a snapshot into it");
    }
  }

  @Test
  void everyDifferenceOfTheStructureIsNamed() throws SQLException, IOException {
    SavedPart saved = save(false).manifest().parts().get(0);
    assertThat(part(database).plan(saved, any -> true).differences()).isEmpty();
    database.run(
        "DROP TABLE hollow",
        "CREATE TABLE later (id int PRIMARY KEY)",
        "ALTER TABLE text_key MODIFY v datetime NOT NULL, ADD extra int",
        "ALTER TABLE two_keys DROP COLUMN c",
        "ALTER TABLE child DROP FOREIGN KEY child_self",
        "ALTER TABLE parent ADD UNIQUE (name)",
        "INSERT INTO django_migrations (app, name) VALUES ('auth', '0002_more')");

    assertThat(part(database).plan(saved, any -> true).differences())
        .containsExactlyInAnyOrder(
            "table hollow is not there",
            "table later was not saved",
            "table text_key: column v is datetime NOT NULL and was datetime(6) NOT NULL",
            "table text_key: column extra was not there",
            "table two_keys: column c is not there",
            "table child: foreign key [other_id] to child [id] is not there",
            "table parent: unique key [name] was not there",
            "migration auth.0002_more had not run");
  }

  @Test
  void whatFitsAnotherStructureIsTaken() throws SQLException, IOException {
    Snapshot snapshot = save(false);
    database.run(
        "DROP TABLE hollow",
        "ALTER TABLE text_key ADD extra int DEFAULT 5",
        "ALTER TABLE two_keys DROP COLUMN c",
        "DELETE FROM two_keys");

    part(database)
        .restore(
            snapshot.manifest().parts().get(0),
            snapshot.files(),
            any -> true,
            true,
            SnapshotListener.NONE);

    assertThat(database.rows("SELECT a, b FROM two_keys")).hasSize(3);
    assertThat(database.value("SELECT SUM(extra) FROM text_key")).isEqualTo("15");
  }

  @Test
  void aTriggerThatChangesRowsIsNamed() throws SQLException, IOException {
    Snapshot snapshot = save(false);
    database.run(
        "CREATE TRIGGER watched_other BEFORE INSERT ON watched FOR EACH ROW SET NEW.a = 77",
        "DELETE FROM watched");

    assertThatThrownBy(() -> restore(snapshot))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("triggers change rows")
        .hasMessageContaining("watched");
  }

  @Test
  void damagedFilesLeaveTheTableAsItIs() throws SQLException, IOException {
    Snapshot snapshot = save(false);
    database.run("SET SESSION foreign_key_checks = 0", "DELETE FROM child");
    Path file;
    try (var files = Files.list(snapshot.path().resolve("lms"))) {
      file = files.filter(one -> one.toString().contains("-child.")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    Map<String, String> before = site.state();
    for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x40;
      Files.write(file, damaged);

      assertThatThrownBy(() -> restore(snapshot)).isNotNull();
      assertThat(site.state()).isEqualTo(before);
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> restore(snapshot)).isNotNull();
    assertThat(site.state()).isEqualTo(before);
  }
}
