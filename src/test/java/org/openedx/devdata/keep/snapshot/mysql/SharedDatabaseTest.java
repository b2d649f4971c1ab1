package org.openedx.devdata.keep.snapshot.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestoreOutcome;
import org.openedx.devdata.testing.DatabaseTest;

/** Saves and restores beside others of the same database. */
@DatabaseTest
class SharedDatabaseTest extends PartLab {

  @Test
  void rowsOfASharedViewAreOfOneMoment() throws IOException {
    SavedPart saved = save(false).manifest().parts().get(0);

    assertThat(saved.consistency()).startsWith("one moment, read by").endsWith("loose (MyISAM)");
    assertThat(saved.leftOut())
        .isEqualTo(
            Map.of("views", List.of("shown"), "triggers", List.of("watched_gone", "watched_new")));
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
}
