package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.world.dump.DumpTable;

/** Files in a folder of this machine reach a ClickHouse that cannot read them itself. */
@Tag("clickhouse")
class LoadDbFromFolderTest extends FolderLoads {

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
  void filesOfAnEarlierRunAreTold() {
    configuration("backend: chdb");
    assertThat(done("load-db", "--config_file", "run.yaml").err()).doesNotContain("earlier run");

    assertThat(done("load-db", "--config_file", "run.yaml").err())
        .contains(
            "warning: out holds files of an earlier run; those of the same names are replaced");
    assertThat(done("load-db-from-s3", "--config_file", "run.yaml").err())
        .doesNotContain("earlier run");
  }
}
