package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.mariadb.EmbeddedMariaDb;
import org.openedx.devdata.testing.Flavour;
import org.openedx.devdata.testing.SmallDisk;
import org.openedx.devdata.testing.TestDatabase;

/** A server whose disk is full, on a small file system where this machine allows to mount one. */
class RestoreFullDiskTest {

  /** Megabytes that are enough for an empty server and 30 MB of rows. */
  private static final int SIZE = 300;

  /** Bytes that are left: enough to read tables, too few for the rows. */
  private static final long LEFT = 8 << 20;

  @TempDir private Path folder;

  @Test
  void aRestoreForWhichTheServerHasNoRoomLeavesTheRowsThatWereThere() throws Exception {
    CacheFolder cache =
        CacheFolder.choose(System.getenv(), Path.of(System.getProperty("user.home")));
    try (SmallDisk small = SmallDisk.at(folder.resolve("small"), SIZE);
        Lease lease =
            new EmbeddedMariaDb(small.folder().resolve("data"), cache, 0, message -> {}).lease()) {
      restore(small, lease.endpoint());
    }
  }

  private void restore(SmallDisk small, ServerEndpoint server) throws SQLException, IOException {
    String url = "jdbc:mysql://127.0.0.1:" + server.port() + "/";
    TestDatabase database = database(server, url + "site", "site");
    database(server, url, "").run("CREATE DATABASE site");
    database.run(
        "CREATE TABLE big (id int NOT NULL PRIMARY KEY, a varchar(1000))",
        "CREATE TABLE other (id int NOT NULL PRIMARY KEY)",
        "INSERT INTO other VALUES (1)",
        "INSERT INTO big SELECT seq, REPEAT('x', 990) FROM seq_1_to_30000");
    CommandLab lab = new CommandLab(folder).database("lms", database);
    assertThat(lab.run("snapshot", "save", "first", "--only", "lms").code()).isZero();
    database.run("DELETE FROM big WHERE id > 8", "OPTIMIZE TABLE big");
    Path filler = small.fill(LEFT);

    CommandLab.Result full = lab.run("snapshot", "restore", "first", "--yes");

    assertThat(full.code()).isEqualTo(ExitCode.FAILED);
    assertThat(full.err()).contains("the server's disk or table is full");
    assertThat(database.value("SELECT COUNT(*) FROM big")).isEqualTo("8");
    Files.delete(filler);
    CommandLab.Result next = lab.run("snapshot", "restore", "first", "--yes");
    assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.DONE);
    assertThat(next.err()).contains("did not end");
    assertThat(lab.run("snapshot", "diff", "first").code()).isEqualTo(ExitCode.DONE);
  }

  private static TestDatabase database(ServerEndpoint server, String url, String name) {
    return new TestDatabase(url, server.user(), server.password(), name, Flavour.MARIADB, "", null);
  }
}
