package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.world.dump.DumpTable;

/** Files in a folder of this machine reach a ClickHouse that cannot read them itself. */
@Tag("clickhouse")
class LoadDbFromFolderTest {

  @TempDir private Path folder;
  private TestSite site;
  private CommandLab lab;

  @BeforeEach
  void emptySite() {
    site = TestSite.empty("folder_load");
    lab = site.password(new CommandLab(folder));
  }

  private void configuration(String more) {
    lab.file(
        "run.yaml", "csv_output_destination: out\n" + more + "\n" + site.keys() + SmallLoads.WORLD);
  }

  private CommandLab.Result done(String... line) {
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }

  private void everythingIsThere() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile()).get("tables");
    for (DumpTable table : DumpTable.values()) {
      assertThat(site.rows(table))
          .as(table.tableName())
          .isEqualTo(manifest.at("/" + table.tableName() + "/rows").longValue());
    }
    assertThat(site.checksum()).isEqualTo(manifest.at("/xapi_events_all/checksum").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "chdb, native, gzip",
    "chdb, native, zstd",
    "chdb, native, lz4",
    "chdb, native, none",
    "chdb, parquet, gzip",
    "chdb, parquet, zstd",
    "chdb, parquet, lz4",
    "chdb, parquet, none",
    "csv, native, gzip",
    "csv, native, zstd",
    "csv, native, lz4",
    "csv, native, none"
  })
  void filesAreLoadedAfterTheyAreWritten(String backend, String format, String compression)
      throws IOException {
    configuration(
        "backend: %s\nlake_format: %s\ncompression: %s\nload_from_s3_after: true"
            .formatted(backend, format, compression));

    CommandLab.Result result = done("load-db", "--config_file", "run.yaml");

    assertThat(result.out()).contains("Loaded: ").contains(", as many as the manifest states.");
    everythingIsThere();
  }

  @Test
  void filesAreLoadedLaterAndOnceOnly() throws IOException {
    configuration("backend: chdb");
    done("load-db", "--config_file", "run.yaml");
    assertThat(site.rows(DumpTable.XAPI)).isZero();

    done("load-db", "--config_file", "run.yaml", "--load_db_only");
    done("load-db-from-s3", "--config_file", "run.yaml");

    for (DumpTable table : DumpTable.values()) {
      site.merge(table);
    }
    everythingIsThere();
  }

  @Test
  void aServerThatIsNotThereIsToldBeforeFilesAreWritten() {
    lab.file(
        "run.yaml",
        "backend: csv\ncsv_output_destination: out\nload_from_s3_after: true\n"
            + site.keys().replaceAll("db_port: \\d+", "db_port: 1")
            + SmallLoads.WORLD);

    CommandLab.Result result = lab.run("load-db", "--config_file", "run.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).hasLineCount(1).contains("check that it runs and that host, port");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatCannotBeLoadedAfterItIsWrittenCanBeLater() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      proxy.failInserts(1, FaultyProxy.Fault.WRONG_PASSWORD);
      lab.file(
          "run.yaml",
          "backend: csv\ncsv_output_destination: out\nload_from_s3_after: true\n"
              + site.keys().replaceAll("db_port: \\d+", "db_port: " + proxy.url().getPort())
              + SmallLoads.WORLD);

      CommandLab.Result result = lab.run("load-db", "--config_file", "run.yaml");

      assertThat(result.code()).isEqualTo(ExitCode.FAILED);
      assertThat(result.err())
          .hasLineCount(1)
          .endsWith(
              "; the files are written, then 'devdata load-db --config_file run.yaml --load_db_only'"
                  + " loads them\n");
      assertThat(lab.run("load-db", "--config_file", "run.yaml", "--resume").err())
          .contains("nothing to resume", "--load_db_only' loads them");
      done("load-db", "--config_file", "run.yaml", "--load_db_only");
      everythingIsThere();
    }
  }

  @Test
  void aServerThatIsNotThereIsNotAskedForFilesAgainAndAgain() {
    configuration("backend: csv");
    done("load-db", "--config_file", "run.yaml");
    lab.file(
        "nobody.yaml",
        "backend: csv\ncsv_output_destination: out\n"
            + site.keys().replaceAll("db_port: \\d+", "db_port: 1")
            + SmallLoads.WORLD);

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "nobody.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).hasLineCount(1).contains("check that it runs and that host, port");
  }

  @Test
  void rowsOfViewsAreNotCounted() {
    configuration("backend: chdb");
    done("load-db", "--config_file", "run.yaml");
    String xapi = site.names().statements().quoted();
    site.engine()
        .run(
            "CREATE MATERIALIZED VIEW "
                + site.names().statements().database()
                + ".twice ENGINE = MergeTree ORDER BY event_id AS SELECT event_id FROM "
                + xapi);

    CommandLab.Result result = done("load-db-from-s3", "--config_file", "run.yaml");

    assertThat(result.out()).contains(", as many as the manifest states.");
  }

  @Test
  void slicesAreLoadedTogether() throws IOException {
    configuration("backend: chdb");
    done("load-db", "--config_file", "run.yaml", "--slice", "1/2");
    done("load-db", "--config_file", "run.yaml", "--slice", "2/2");

    CommandLab.Result result =
        done("load-db-from-s3", "--config_file", "run.yaml", "--format", "json");

    JsonNode xapi = new ObjectMapper().readTree(result.out()).at("/tables/xapi_events_all");
    assertThat(xapi.get("rows")).isEqualTo(xapi.get("expected"));
    assertThat(site.rows(DumpTable.XAPI)).isEqualTo(xapi.get("rows").longValue());
  }

  @Test
  void aMissingSliceIsTold() throws IOException {
    configuration("backend: csv");
    done("load-db", "--config_file", "run.yaml", "--slice", "2/3");

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "run.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("out lacks slices 1/3, 3/3; make what is missing");
    assertThat(site.rows(DumpTable.XAPI)).isZero();
    done("load-db-from-s3", "--config_file", "run.yaml", "--slice", "2/3");
    assertThat(site.rows(DumpTable.XAPI)).isPositive();
  }

  @Test
  void filesOfARunThatHasNotEndedAreNotLoaded() throws IOException {
    configuration("backend: csv");
    done("load-db", "--config_file", "run.yaml");
    Path manifest = folder.resolve("out/manifest.json");
    Files.move(manifest, manifest.resolveSibling("checkpoint.json"));

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "run.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("checkpoint.json: the run that writes these files has not ended");
    assertThat(site.rows(DumpTable.XAPI)).isZero();
  }

  @Test
  void withoutAManifestItSaysThatNothingCanBeCompared() throws IOException {
    configuration("backend: csv");
    done("load-db", "--config_file", "run.yaml");
    Files.delete(folder.resolve("out/manifest.json"));

    CommandLab.Result result = done("load-db-from-s3", "--config_file", "run.yaml");

    assertThat(result.out()).endsWith("; there is no manifest to show whether that is all.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "none, Cannot read all data",
    "gzip, Unexpected end of ZLIB input stream; write it again",
    "zstd, ; write it again",
    "lz4, ; write it again"
  })
  void aFileThatIsCutOffIsNamed(String compression, String reason) throws IOException {
    configuration("backend: chdb\ncompression: " + compression);
    done("load-db", "--config_file", "run.yaml");
    Path blocks = fileOf("course_blocks");
    byte[] whole = Files.readAllBytes(blocks);
    Files.write(blocks, Arrays.copyOf(whole, whole.length / 3));
    Files.delete(folder.resolve("out/manifest.json")); // Knows the size.

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "run.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains(blocks.getFileName().toString())
        .contains(reason)
        .hasLineCount(1);
    assertThat(site.rows(DumpTable.XAPI)).isZero();
  }

  private Path fileOf(String table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(table))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void filesOfAnEarlierRunAreTold() {
    configuration("backend: chdb");
    assertThat(done("load-db", "--config_file", "run.yaml").err()).doesNotContain("earlier run");

    assertThat(done("load-db", "--config_file", "run.yaml").err())
        .contains(
            "warning: out holds files of an earlier run; those of the same names are replaced");
    assertThat(done("load-db-from-s3", "--config_file", "run.yaml").err())
        .doesNotContain("earlier run");
  }

  @ParameterizedTest
  @CsvSource({"csv, xapi-00099.csv.gz, tags.csv.gz", "chdb, xapi_2031_00000, tag_00000"})
  void filesThatAreNotThoseOfTheManifestAreNamedBeforeAnyIsLoaded(
      String backend, String other, String missing) throws IOException {
    configuration("backend: %s\nrows_per_file: 5000".formatted(backend));
    done("load-db", "--config_file", "run.yaml");
    Path out = folder.resolve("out");
    try (Stream<Path> files = Files.list(out)) {
      String first =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("xapi"))
              .sorted()
              .findFirst()
              .orElseThrow();
      String ending = backend.equals("csv") ? "" : first.substring(first.indexOf('.'));
      Files.copy(out.resolve(first), out.resolve(other + ending));
      Files.write(out.resolve(first), new byte[] {0}, StandardOpenOption.APPEND);
      Files.delete(out.resolve(missing + ending));

      CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "run.yaml");

      assertThat(result.code()).isEqualTo(ExitCode.FAILED);
      assertThat(result.err())
          .contains(
              "does not hold what its manifests say: " + other + ending + " is in no manifest")
          .contains(missing + ending + " is missing")
          .containsPattern(Pattern.quote(first) + " has [\\d,]+ bytes and not");
    }
    for (DumpTable table : DumpTable.values()) {
      assertThat(site.rows(table)).isZero();
    }
  }

  @Test
  void withoutFilesItSaysSo() {
    configuration("backend: csv");

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "run.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("there is no xapi.csv.gz in").contains("write it first");
  }
}
