package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.FaultyProxy.Fault;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.LrsFault;
import org.openedx.devdata.world.dump.DumpTable;

/** The real command, killed in the middle, resumes to the same rows. */
@Tag("clickhouse")
class LoadDbKilledTest extends KilledLoads {

  @Test
  void intoClickHouse() throws Exception {
    TestSite site = TestSite.empty("killed_load");
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      configure(proxy, site);
      // Tables before the statements take one insert each, or two.
      proxy.failInserts(13, Fault.NONE);
      proxy.failInserts(1, Fault.BREAK_AFTER);
      proxy.failInserts(100, Fault.HANGS);
      try (CommandProcess first = start()) {
        first.killWhen(() -> site.rows(DumpTable.XAPI) > 0 && proxy.isHanging());
      }
      assertThat(site.rows(DumpTable.XAPI)).isLessThan(100_000);
      proxy.mend();

      resume();

      JsonNode made = SmallLoads.manifest(folder, "clickhouse");
      assertSameRows(made, expected(WORLD));
      for (DumpTable table : DumpTable.values()) {
        assertThat(site.rows(table))
            .as(table.toString())
            .isEqualTo(made.get("tables").get(table.tableName()).get("rows").longValue());
      }
      assertThat(site.checksum()).isEqualTo(made.at("/tables/xapi_events_all/checksum").asText());
    }
  }

  @Test
  void intoALearningRecordStore() throws Exception {
    TestSite site = TestSite.empty("killed_load");
    try (LrsDouble lrs = new LrsDouble()) {
      configure(lrs, site);
      lrs.fail(7, LrsFault.NONE).fail(LrsFault.BREAKS_AFTER).fail(100, LrsFault.HANGS);
      try (CommandProcess first = start()) {
        first.killWhen(() -> lrs.posts() >= 12);
      }
      lrs.mend();

      resume();

      JsonNode made = SmallLoads.manifest(folder, "ralph");
      assertSameRows(made, expected(SmallLoads.WORLD));
      assertThat(lrs.statements()).hasSize(made.at("/tables/xapi_events_all/rows").intValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compression: gzip", "compression: zstd"})
  void intoFiles(String compression) throws Exception {
    Files.createDirectories(folder.resolve("out"));
    carriesOnToTheSameFiles("backend: csv\n" + compression, () -> sizeOfStatements() > 1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compression: gzip", "compression: zstd"})
  void intoFilesOfSoManyRows(String compression) throws Exception {
    carriesOnToTheSameFiles(
        "backend: csv\nrows_per_file: 50000\n" + compression, () -> filesOfStatements() >= 4);
    assertThat(names("out")).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"native", "parquet"})
  void intoALake(String format) throws Exception {
    carriesOnToTheSameFiles(
        "backend: chdb\ncompression: zstd\nrows_per_file: 50000\nlake_format: " + format,
        () -> filesOfStatements() >= 4);
    assertThat(names("out")).hasSizeGreaterThan(20);
  }

  private void carriesOnToTheSameFiles(String backend, BooleanSupplier inTheMiddle)
      throws Exception {
    String large = SmallLoads.WORLD.replace("num_xapi_batches: 20", "num_xapi_batches: 600");
    String keys = backend + "\ncsv_output_destination: ";
    Files.writeString(folder.resolve("run.yaml"), keys + "out\n" + large);
    try (CommandProcess first = start()) {
      first.killWhen(inTheMiddle);
    }
    assertThat(names("out")).doesNotContain("manifest.json").contains("checkpoint.json");

    resume();

    CommandLab lab = new CommandLab(folder).file("other.yaml", keys + "undisturbed\n" + large);
    assertThat(lab.run("load-db", "--config_file", lab.path("other.yaml")).code()).isZero();
    assertThat(names("out")).isEqualTo(names("undisturbed"));
    for (String name : names("out")) {
      if (!name.equals("manifest.json")) {
        assertThat(folder.resolve("out").resolve(name))
            .hasSameBinaryContentAs(folder.resolve("undisturbed").resolve(name));
      }
    }
    assertThat(folder.resolve("out/manifest.json"))
        .content()
        .isEqualTo(
            Files.readString(folder.resolve("undisturbed/manifest.json"))
                .replace(folder.resolve("undisturbed").toString(), "out"));
  }

  private long filesOfStatements() {
    return names("out").stream().filter(name -> name.startsWith("xapi")).count();
  }
}
