package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Snapshots of a site in ClickHouse that is written to meanwhile. */
@Tag("clickhouse")
class AspectsMomentTest extends AspectsSnapshotLab {

  AspectsMomentTest() {
    super("sm");
  }

  /** Rows come in pairs, one insert each: a table of one moment has whole pairs only. */
  @Test
  void tablesThatAreWrittenToMeanwhileAreOfOneMomentEach() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Future<?> writer =
        threads.submit(
            () -> {
              for (int i = 1; !ended.get(); i++) {
                site.run(
                    "INSERT INTO {s}.external_id (user_id, time_last_dumped, external_user_id)"
                        + " SELECT number, 'pair-%d', generateUUIDv4() FROM numbers(2)"
                            .formatted(i));
                Thread.sleep(15);
                if (i % 8 == 0) {
                  site.run("OPTIMIZE TABLE {s}.external_id FINAL");
                }
              }
              return null;
            });
    try {
      for (int round = 0; round < 3; round++) {
        done(run("save", "round-" + round, "--only", "aspects", "--tables", "ext*"));
      }
    } finally {
      ended.set(true);
      writer.get();
      threads.shutdownNow();
    }
    for (int round = 0; round < 3; round++) {
      done(run("restore", "round-" + round, "--yes", "--tables", "external_id"));
      assertThat(
              site.clickhouse()
                  .rows(
                      "SELECT time_last_dumped FROM sm_event_sink.external_id"
                          + " GROUP BY time_last_dumped HAVING count() != 2"))
          .isEmpty();
    }
  }
}
