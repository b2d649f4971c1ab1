package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.CommandProcess;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.FaultyProxy.Fault;

/** Restores of a site in ClickHouse that do not end, or not alone. */
@Tag("clickhouse")
class AspectsRestoreTest extends AspectsSnapshotLab {

  AspectsRestoreTest() {
    super("sr");
  }

  @Test
  void aDamagedFileLeavesTheTableAsItWas() throws IOException {
    done(run("save", "first", "--only", "aspects"));
    fill(100, 25);
    Map<String, List<List<String>>> before = rows();
    try (Stream<Path> files = Files.list(folder.resolve(".devdata/snapshots/first/aspects"))) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      }
    }

    CommandLab.Result broken = run("restore", "first", "--yes");

    assertThat(broken.code()).isEqualTo(ExitCode.FAILED);
    assertThat(rows()).isEqualTo(before);
    assertThat(run("save", "second", "--only", "aspects").err()).contains("did not end");
  }

  /** Cut at any request, as if the process had died there: no trace but what the server has. */
  @Test
  void aRestoreThatIsCutLeavesEachPartitionOldOrNewAndIsFinishedByTheNext() throws IOException {
    done(run("save", "first", "--only", "aspects"));
    Map<String, List<List<String>>> saved = rows();
    try (FaultyProxy proxy = new FaultyProxy(engine.url())) {
      fill(100, 25);
      done(run(proxy.url(), "restore", "first", "--yes"));
      int requests = proxy.requests();
      List<Integer> cuts = new ArrayList<>();
      for (int cut = 4; cut < requests; cut += Math.max(1, requests / 4)) {
        cuts.add(cut);
      }
      for (int cut : cuts) {
        fill(100 + cut, 25);
        Map<String, List<List<String>>> edited = rows();
        proxy.dieAfter(cut);
        assertThat(run(proxy.url(), "restore", "first", "--yes").code()).isEqualTo(ExitCode.FAILED);
        proxy.mend();
        rows()
            .forEach(
                (table, now) -> {
                  assertThat(now)
                      .as("%s cut at %d", table, cut)
                      .isIn(edited.get(table), saved.get(table));
                });

        done(run("restore", "first", "--yes"));

        assertThat(rows()).as("cut at " + cut).isEqualTo(saved);
      }
    }
  }

  @Test
  void aRestoreThatIsKilledIsReportedAndFinishedByTheNext() throws Exception {
    done(run("save", "first", "--only", "aspects"));
    Map<String, List<List<String>>> saved = rows();
    fill(100, 25);
    try (FaultyProxy proxy = new FaultyProxy(engine.url())) {
      run(proxy.url(), "restore", "first", "--yes", "--dry-run");
      proxy.fail(Collections.nCopies(proxy.requests() + 20, Fault.NONE).toArray(Fault[]::new));
      proxy.fail(Fault.HANGS);
      try (CommandProcess command =
          CommandProcess.start(
              folder, variables(proxy.url()), "snapshot", "restore", "first", "--yes")) {
        command.killWhen(proxy::isHanging);
      }
    }
    // The mark beside the snapshots is of this folder; the server's own is seen from everywhere.
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    CommandLab lab = new CommandLab(elsewhere);
    variables(engine.url()).forEach(lab::variable);
    CommandLab.Result half = lab.run("snapshot", "save", "half", "--only", "aspects");
    assertThat(half.code()).isEqualTo(ExitCode.FAILED);
    assertThat(half.err()).contains("did not end", "--force");

    CommandLab.Result next = run("restore", "first", "--yes");

    done(next);
    assertThat(next.err()).contains("did not end");
    assertThat(rows()).isEqualTo(saved);
    assertNoLeftovers();
  }

  @Test
  void twoRestoresTakeTurnsAndASaveDuringOneIsRefused() throws Exception {
    done(run("save", "first", "--only", "aspects"));
    Map<String, List<List<String>>> saved = rows();
    fill(100, 25);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<CommandLab.Result> restore = () -> run("restore", "first", "--yes");
      for (Future<CommandLab.Result> one : threads.invokeAll(List.of(restore, restore))) {
        done(one.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(rows()).isEqualTo(saved);
    site.run(
        "CREATE TABLE sr_event_sink._devdata_lock (nothing UInt8) ENGINE = MergeTree ORDER BY"
            + " tuple() COMMENT '1 another-host'");
    CommandLab.Result refused = run("save", "second", "--only", "aspects");
    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("another devdata restores a snapshot into it, process 1 on another-host")
        .contains("DROP TABLE sr_event_sink._devdata_lock");
  }
}
