package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.FaultyProxy.Fault;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.LrsFault;
import org.openedx.devdata.world.dump.DumpTable;

/** The real command, interrupted by Ctrl-C, keeps what has arrived and says how to resume. */
@Tag("clickhouse")
class LoadDbInterruptedTest extends KilledLoads {

  @Test
  void ctrlCSaysHowToCarryOn() throws Exception {
    TestSite site = TestSite.empty("killed_load");
    try (LrsDouble lrs = new LrsDouble()) {
      configure(lrs, site);
      lrs.fail(2, LrsFault.NONE).fail(100, LrsFault.HANGS);
      try (CommandProcess first = start()) {
        first.waitUntil(() -> lrs.posts() >= 6);
        first.interrupt();
      }
      assertToldHowToCarryOn();
      lrs.mend();

      resume();

      assertThat(lrs.statements())
          .hasSize(expected(SmallLoads.WORLD).at("/tables/xapi_events_all/rows").intValue());
    }
  }

  @Test
  void ctrlCKeepsWhatAServerHasTaken() throws Exception {
    TestSite site = TestSite.empty("killed_load");
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      configure(proxy, site);
      proxy.failInserts(13, Fault.NONE);
      proxy.failInserts(100, Fault.HANGS);
      try (CommandProcess first = start()) {
        first.waitUntil(() -> site.rows(DumpTable.XAPI) > 0 && proxy.isHanging());
        assertThat(first.interrupt()).isNotZero();
      }
      assertToldHowToCarryOn();
      assertThat(site.rows(DumpTable.XAPI)).isLessThan(100_000);
      proxy.mend();

      resume();

      JsonNode made = SmallLoads.manifest(folder, "clickhouse");
      assertSameRows(made, expected(WORLD));
      assertThat(site.checksum()).isEqualTo(made.at("/tables/xapi_events_all/checksum").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backend: csv\ncsv_output_destination: out\ncompression: zstd\n",
        "backend: chdb\ncsv_output_destination: out\ncompression: zstd\n",
        "backend: vector\nvector_output_destination: out/tracking.log\n",
      })
  void ctrlCKeepsWhatIsInFiles(String backend) throws Exception {
    TestSite site = TestSite.empty("killed_load");
    Files.createDirectories(folder.resolve("out"));
    String large = SmallLoads.WORLD.replace("num_xapi_batches: 20", "num_xapi_batches: 600");
    Files.writeString(folder.resolve("run.yaml"), backend + site.keys() + large);
    try (CommandProcess first = start()) {
      first.waitUntil(() -> sizeOfStatements() > 500_000);
      assertThat(first.interrupt()).isNotZero();
    }
    assertToldHowToCarryOn();

    resume();

    Path manifest =
        backend.contains("vector")
            ? folder.resolve(".devdata/load-db/vector/manifest.json")
            : folder.resolve("out/manifest.json");
    assertSameRows(new ObjectMapper().readTree(manifest.toFile()), expected(large));
  }

  private void assertToldHowToCarryOn() {
    assertThat(folder.resolve("err.txt"))
        .content()
        .contains(
            "devdata: interrupted; what has arrived is kept, and 'devdata load-db --config_file"
                + " run.yaml --resume' resumes from there");
  }
}
