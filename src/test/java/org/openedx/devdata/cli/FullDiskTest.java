package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.mariadb.EmbeddedMariaDb;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Flavour;
import org.openedx.devdata.testing.SmallDisk;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Commands whose disk, or whose server's disk, is full midway. */
class FullDiskTest {

  private static final String BLOCK = "block-v1:edX+DemoX+2026+type@html+block@";

  @TempDir private Path folder;

  /** Files of a folder, at any depth. */
  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }

  /** A package with files of 100 kB each. */
  private static String content(int files) {
    return IntStream.range(0, files)
        .mapToObj(
            number ->
                "{path: static/f%d.bin, text: \"%d %s\"}"
                    .formatted(number, number, "x".repeat(100_000)))
        .collect(
            Collectors.joining(
                ", ",
                "learning_packages: [{key: p}]\ncomponents: [{type: html, key: a, files: [",
                "]}]\n"));
  }

  @Test
  @DatabaseTest
  void aRestoreThatHasNoRoomForItsFilesLeavesNone(TestDatabase database) throws Exception {
    LayoutLab.create(database, Layout.CURRENT);
    Path media = Files.createDirectory(folder.resolve("media"));
    CommandLab lab =
        new CommandLab(folder)
            .database("lms", database)
            .database("content", database)
            .file("top.yaml", "- {ida: content, path: c.yaml}\n")
            .file("c.yaml", content(30));
    String from = media.toString();
    CommandLab.Result made = lab.run("load", lab.path("top.yaml"), "--media-root", from);
    assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
    lab.run("content", "dump", "p", "-o", lab.path("p.zip"), "--media-root", from);
    try (SmallDisk small = SmallDisk.at(folder.resolve("small"), 1)) {
      String[] restore = {
        "content",
        "restore",
        lab.path("p.zip"),
        "--key",
        "q",
        "--media-root",
        small.folder().toString()
      };
      CommandLab.Result full = lab.run(restore);

      assertThat(full.code()).as(full.err()).isEqualTo(ExitCode.FAILED);
      assertThat(full.err()).contains("small/content/").contains("No space left on device");
      assertThat(files(small.folder())).isEmpty();
      assertThat(database.value("SELECT COUNT(*) FROM openedx_content_learningpackage"))
          .isEqualTo("1");
      small.resize(20);
      CommandLab.Result next = lab.run(restore);
      assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.DONE);
      assertThat(files(small.folder())).hasSize(30);
    }
  }

  @Test
  void statesForWhichTheServerHasNoRoomAreNotHalfWritten() throws Exception {
    CacheFolder cache =
        CacheFolder.choose(System.getenv(), Path.of(System.getProperty("user.home")));
    try (SmallDisk small = SmallDisk.at(folder.resolve("small"), 300);
        Lease lease =
            new EmbeddedMariaDb(small.folder().resolve("data"), cache, 0, message -> {}).lease()) {
      states(small, lease.endpoint());
    }
  }

  private void states(SmallDisk small, ServerEndpoint server) throws SQLException, IOException {
    String url = "jdbc:mysql://127.0.0.1:" + server.port() + "/";
    database(server, url).run("CREATE DATABASE site");
    TestDatabase database = database(server, url + "site");
    new SpecLab(database, LmsService.lms()).withTables().load("users: [{username: ada}]");
    String lines =
        IntStream.range(0, 3_000)
            .mapToObj(
                number ->
                    "{\"user\": \"ada\", \"block\": \"%s%d\", \"state\": {\"a\": \"%s\"}}\n"
                        .formatted(BLOCK, number, "x".repeat(10_000)))
            .collect(Collectors.joining());
    CommandLab lab = new CommandLab(folder).database("lms", database).input(lines);
    Path filler = small.fill(8 << 20);

    CommandLab.Result full = lab.run("state", "set", "--stdin");

    assertThat(full.code()).as(full.err()).isEqualTo(ExitCode.FAILED);
    assertThat(full.err()).contains("the server's disk or table is full");
    assertThat(database.value("SELECT COUNT(*) FROM courseware_studentmodule")).isEqualTo("0");
    Files.delete(filler);
    CommandLab.Result next = lab.run("state", "set", "--stdin");
    assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM courseware_studentmodule")).isEqualTo("3000");
  }

  private static TestDatabase database(ServerEndpoint server, String url) {
    return new TestDatabase(
        url, server.user(), server.password(), "site", Flavour.MARIADB, "", null);
  }

  @Test
  @Tag("clickhouse")
  void aTrackingLogForWhichThereIsNoRoomIsResumed() throws Exception {
    TestSite site = TestSite.empty("full_disk");
    CommandLab lab = site.password(new CommandLab(folder));
    try (SmallDisk small = SmallDisk.at(folder.resolve("small"), 6)) {
      Path log = small.folder().resolve("tracking.log");
      lab.file(
          "vector.yaml",
          "backend: vector\nvector_output_destination: %s\n".formatted(log)
              + site.keys()
              + SmallLoads.WORLD);
      String[] load = {"load-db", "--config_file", lab.path("vector.yaml")};
      CommandLab.Result full = lab.run(load);

      assertThat(full.code()).as(full.err()).isEqualTo(ExitCode.FAILED);
      assertThat(full.err()).contains("tracking.log: its disk is full").contains("--resume");
      small.resize(100);
      CommandLab.Result next =
          lab.run("load-db", "--config_file", lab.path("vector.yaml"), "--resume");
      assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.DONE);
      assertThat(LoadDbVectorTest.tally(Files.readAllLines(log)).checksum())
          .isEqualTo(SmallLoads.expected(lab).at("/tables/xapi_events_all/checksum").asText());
    }
  }
}
