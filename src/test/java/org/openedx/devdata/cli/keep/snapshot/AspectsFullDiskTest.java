package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.service.aspects.AspectsSite;
import org.openedx.devdata.testing.SmallDisk;
import org.openedx.devdata.testing.TestClickHouse;

/** A ClickHouse part whose disk, or whose server's disk, is full. */
@Tag("clickhouse")
class AspectsFullDiskTest {

  private static final String PREFIX = "full";

  /** Megabytes for an empty engine and for the rows twice. */
  private static final int SERVER = 150;

  /** Bytes that are left: enough to answer, too few for the rows. */
  private static final long LEFT = 8 << 20;

  private static final int ROWS = 30_000;

  private static final String COUNT = "SELECT count() FROM {o}.xapi_events_all";

  @TempDir private Path folder;

  @Test
  void aFullDiskLeavesNoSnapshotAndTheRowsThatWereThere() throws Exception {
    TestClickHouse.required();
    try (SmallDisk server = SmallDisk.at(folder.resolve("server"), SERVER);
        EmbeddedClickHouse held =
            EmbeddedClickHouse.lease(server.folder().resolve("engine"), message -> {})) {
      TestClickHouse engine =
          new TestClickHouse(held.url(), held.user(), held.password(), "embedded");
      try (AspectsSite site = new AspectsSite(PREFIX, engine)) {
        AspectsSetup.init(site.clickhouse(), site.names());
        site.run(
            "INSERT INTO {o}.xapi_events_all SELECT generateUUIDv4(), toDateTime(1780272000 + number),"
                + " concat('{\"x\": \"', base64Encode(randomString(750)), '\"}') FROM numbers(%d)"
                    .formatted(ROWS));
        save(engine);
        restore(server, site, engine);
      }
    }
  }

  private CommandLab.Result run(TestClickHouse engine, String... line) {
    CommandLab lab = new CommandLab(folder);
    lab.variable(
        "DEVDATA_ASPECTS_URL",
        engine.url()
            + "?xapi=P_xapi&event_sink=P_event_sink&reporting=P_reporting&openedx=P_openedx"
                .replace("P_", PREFIX + "_"));
    lab.variable("DEVDATA_ASPECTS_USER", engine.user());
    lab.variable("DEVDATA_ASPECTS_PASSWORD", engine.password());
    return lab.run(line);
  }

  private void save(TestClickHouse engine) throws Exception {
    try (SmallDisk small = SmallDisk.at(folder.resolve("small"), 2)) {
      CommandLab.Result full =
          run(engine, "snapshot", "save", "first", "--only", "aspects", "--into", "small");

      assertThat(full.code()).isEqualTo(ExitCode.FAILED);
      assertThat(full.err()).contains("its disk is full");
      try (Stream<Path> left = Files.list(small.folder())) {
        assertThat(left).isEmpty();
      }
    }
  }

  private void restore(SmallDisk server, AspectsSite site, TestClickHouse engine) throws Exception {
    CommandLab.Result saved = run(engine, "snapshot", "save", "first", "--only", "aspects");
    assertThat(saved.code()).as(saved.err()).isEqualTo(ExitCode.DONE);
    site.run("TRUNCATE TABLE {o}.xapi_events_all");
    site.run(
        "INSERT INTO {o}.xapi_events_all SELECT generateUUIDv4(), toDateTime(1780272000 + number), '{}'"
            + " FROM numbers(7)");
    Path filler = server.fill(LEFT);

    CommandLab.Result full = run(engine, "snapshot", "restore", "first", "--yes");

    assertThat(full.code()).as(full.err()).isEqualTo(ExitCode.FAILED);
    assertThat(full.err()).containsAnyOf("disk is full", "No space left", "not enough space");
    assertThat(site.value(COUNT)).isEqualTo("7");
    Files.delete(filler);
    CommandLab.Result next = run(engine, "snapshot", "restore", "first", "--yes");
    assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.DONE);
    assertThat(next.err()).contains("did not end");
    assertThat(site.value(COUNT)).isEqualTo("" + ROWS);
    assertThat(run(engine, "snapshot", "diff", "first").code()).isEqualTo(ExitCode.DONE);
  }
}
