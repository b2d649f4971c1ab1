package org.openedx.devdata.keep.snapshot.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.StoppingProxy;
import org.openedx.devdata.testing.TestDatabase;

/** A restore that dies after any number of packets, and the one after it. */
@DatabaseTest
class RestoreKilledTest {

  private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

  /** Deaths that are tried: a few, or many where there is time. */
  private static final int DEATHS = Integer.getInteger("devdata.deaths", 8);

  @TempDir private Path folder;

  private static DatabasePart part(TestDatabase database, String url) {
    return new DatabasePart(
        "lms",
        List.of("lms"),
        new ConnectionSettings("test", "lms", url, database.user(), database.password()));
  }

  private void restore(TestDatabase database, String url, SavedPart saved) throws IOException {
    part(database, url)
        .restore(
            new SavedCopy(
                saved, name -> SnapshotFiles.folder(folder).open(name.replaceFirst("lms/", ""))),
            any -> true,
            false,
            SnapshotListener.NONE);
  }

  @Test
  void eachTableHasTheOldOrTheNewRows(TestDatabase database) throws SQLException, IOException {
    OddSite site = new OddSite(database);
    site.make();
    database.run("DROP TRIGGER watched_gone", "DROP TRIGGER watched_new");
    SavedPart saved =
        part(database, database.jdbcUrl()).save(folder, any -> true, SnapshotListener.NONE);
    Map<String, String> after = site.state();
    Map<String, String> counters = site.counters();
    Matcher address = ADDRESS.matcher(database.jdbcUrl());
    assertThat(address.find()).isTrue();

    int total = Integer.MAX_VALUE;
    for (int death = 0; death <= DEATHS; death++) {
      site.edit(death, 20);
      Map<String, String> before = site.state();
      // The first one lives, to be counted.
      int maximum = death == 0 ? total : total * death / DEATHS;
      try (StoppingProxy proxy =
          new StoppingProxy(address.group(1), Integer.parseInt(address.group(2)), maximum)) {
        restore(database, address.replaceFirst("//127.0.0.1:" + proxy.port() + "/"), saved);
        total = proxy.packets();
      } catch (RuntimeException | IOException died) {
        assertThat(death).as("the first one is not killed: %s", died).isPositive();
      }
      Map<String, String> now = site.state();
      for (String table : after.keySet()) {
        assertThat(now.get(table))
            .as("%s after %d packets", table, maximum)
            .isIn(before.get(table), after.get(table));
      }

      restore(database, database.jdbcUrl(), saved);

      assertThat(site.state()).as("after %d packets", maximum).isEqualTo(after);
      assertThat(site.counters()).isEqualTo(counters);
    }
    assertThat(total).isBetween(50, 5_000);
  }
}
