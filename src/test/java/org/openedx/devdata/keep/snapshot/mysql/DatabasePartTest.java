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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Databases that are saved and restored: edits, counters, accounts, damaged files. */
@DatabaseTest
class DatabasePartTest extends PartLab {

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
