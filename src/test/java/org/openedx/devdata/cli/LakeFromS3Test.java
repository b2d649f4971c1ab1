package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.testing.TestObjectStore;

/** Native and Parquet files by year in an object store, read by a real ClickHouse. */
@Tag("clickhouse")
class LakeFromS3Test extends BucketLoads {

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4", "none"})
  void nativeFilesByYearAreLoadedAfterTheyAreWritten(String compression) throws IOException {
    lake(compression, "load_from_s3_after: true\n");

    CommandLab.Result result = done("load-db", "--config_file", "s3.yaml");

    assertThat(result.out()).contains(", as many as the manifest states.");
    everythingIsThere();
    assertThat(store.keys())
        .anyMatch(key -> key.matches("xapi/xapi_2024_00000\\.native.*"))
        .anyMatch(key -> key.matches("xapi/xapi_2025_00000\\.native.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "lz4"})
  void parquetFilesByYearAreLoadedAfterTheyAreWritten(String compression) throws IOException {
    lake(compression, "lake_format: parquet\nload_from_s3_after: true\n");

    CommandLab.Result result = done("load-db", "--config_file", "s3.yaml");

    assertThat(result.out()).contains(", as many as the manifest states.");
    everythingIsThere();
    assertThat(store.keys())
        .contains("xapi/xapi_2024_00000.parquet", "xapi/course_blocks_00000.parquet");
  }

  @Test
  void filesThatCannotBeListedAreFoundByClickHouse() throws IOException {
    lake("zstd", "");
    done("load-db", "--config_file", "s3.yaml");
    lab.file(
        "s3.yaml",
        java.nio.file.Files.readString(folder.resolve("s3.yaml"))
                .replace("s3_bucket: lab-bucket\n", "csv_output_destination: elsewhere\n")
            + "s3_source_location: "
            + store.endpoint()
            + "/lab-bucket/xapi/\n");

    done("load-db-from-s3", "--config_file", "s3.yaml");

    everythingIsThere();
  }

  @Test
  void nativeFilesHoldTheStatementsOfTheirYear() throws IOException {
    lake("zstd", "");
    done("load-db", "--config_file", "s3.yaml");

    for (String key : store.keys()) {
      if (key.matches("xapi/xapi_\\d{4}.*")) {
        String years =
            engine.run(
                "SELECT DISTINCT toYear(emission_time, 'UTC') FROM s3('%s/lab-bucket/%s', '%s', '%s', 'Native')"
                    .formatted(store.endpoint(), key, TestObjectStore.KEY, TestObjectStore.SECRET));
        assertThat(key).startsWith("xapi/xapi_" + years.strip() + "_");
      }
    }
  }

  @Test
  void nativeFilesOfSlicesAreLoadedTogether() throws IOException {
    lake("zstd", "rows_per_file: 2048\n");
    done("load-db", "--config_file", "s3.yaml", "--slice", "1/2");
    done("load-db", "--config_file", "s3.yaml", "--slice", "2/2");

    CommandLab.Result result =
        done("load-db-from-s3", "--config_file", "s3.yaml", "--format", "json");

    JsonNode xapi = new ObjectMapper().readTree(result.out()).at("/tables/xapi_events_all");
    assertThat(xapi.get("rows")).isEqualTo(xapi.get("expected"));
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo(xapi.get("rows").asText());
  }

  private void lake(String compression, String more) throws IOException {
    configuration(compression, more);
    lab.file(
        "s3.yaml",
        java.nio.file.Files.readString(folder.resolve("s3.yaml"))
            .replace("backend: csv\n", "backend: chdb\n")
            .replace(
                "csv_output_destination: s3://lab-bucket/xapi/\n",
                "s3_bucket: lab-bucket\ns3_prefix: xapi/\n")
            .replace("start_date: 2025-01-01", "start_date: 2024-06-01"));
  }
}
