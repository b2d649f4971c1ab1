package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.mariadb.EmbeddedMariaDb;
import org.openedx.devdata.testing.Flavour;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestDatabase;

/** A server whose disk is full, on a small file system where this machine allows to mount one. */
class RestoreFullDiskTest {

  /** Enough for an empty server and 30 MB of rows. */
  private static final String SIZE = "size=300m";

  /** Bytes that are left: enough to read tables, too few for the rows. */
  private static final long LEFT = 8 << 20;

  @TempDir private Path folder;

  @Test
  void aRestoreForWhichTheServerHasNoRoomLeavesTheRowsThatWereThere() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    boolean mounted = command("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", small.toString());
    Requirement.applies(mounted, "this machine mounts no tmpfs");
    try {
      CacheFolder cache =
          CacheFolder.choose(System.getenv(), Path.of(System.getProperty("user.home")));
      try (Lease lease =
          new EmbeddedMariaDb(small.resolve("data"), cache, 0, message -> {}).lease()) {
        restore(small, lease.endpoint());
      }
    } finally {
      command("umount", small.toString());
    }
  }

  private void restore(Path small, ServerEndpoint server) throws SQLException, IOException {
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
    Path filler = small.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (Files.getFileStore(small).getUsableSpace() > LEFT) {
        out.write(new byte[1 << 20]);
      }
    }

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

  private static boolean command(String... line) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
