package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.world.dump.DumpTable;

/** Files in a folder that are not those of their manifest, or not whole. */
@Tag("clickhouse")
class FolderRefusalTest extends FolderLoads {

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
