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
import org.openedx.devdata.world.dump.DumpTable;

/** A real ClickHouse reads CSV files that were written into an object store. */
@Tag("clickhouse")
class LoadDbFromS3Test extends BucketLoads {

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4", "none"})
  void filesAreLoadedAfterTheyAreWritten(String compression) throws IOException {
    configuration(compression, "load_from_s3_after: true\n");

    CommandLab.Result result = done("load-db", "--config_file", "s3.yaml");

    assertThat(result.out()).contains("Loaded: ").contains(", as many as the manifest states.");
    everythingIsThere();
  }

  @Test
  void aConfigurationThatOnlySaysWhereFilesAreIsEnough() throws IOException {
    done("load-db", "--config_file", "s3.yaml");
    for (DumpTable table : DumpTable.values()) {
      String name = table.fileName() + ".csv.gz";
      if (table != DumpTable.COURSE_ENROLLMENT) { // The peer does not write it.
        store.replace("peer/" + name, store.content("xapi/" + name));
      }
    }
    lab.file(
        "minimal.yaml",
        """
        s3_source_location: %s/lab-bucket/peer/
        s3_key: %s
        s3_secret: %s
        db_host: %s
        db_port: %d
        db_username: %s
        db_password: '%s'
        db_name: s3_openedx
        db_event_sink_name: s3_event_sink
        """
            .formatted(
                store.endpoint(),
                TestObjectStore.KEY,
                TestObjectStore.SECRET,
                engine.url().getHost(),
                engine.url().getPort(),
                engine.user(),
                engine.password()));

    CommandLab.Result result = done("load-db-from-s3", "--config_file", "minimal.yaml");

    assertThat(result.err()).contains("there is no course_enrollments.csv.gz; going on without");
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo(manifest().at("/xapi_events_all/rows").asText());
  }

  @Test
  void theOldKeyWorks() throws IOException {
    configuration("gzip", "csv_load_from_s3_after: true\n");
    done("load-db", "--config_file", "s3.yaml");
    everythingIsThere();
  }

  @Test
  void filesAreLoadedLater() throws IOException {
    done("load-db", "--config_file", "s3.yaml");
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo("0");

    done("load-db", "--config_file", "s3.yaml", "--load_db_only");

    everythingIsThere();
  }

  @Test
  void theOldCommandLoadsAllSlices() throws IOException {
    done("load-db", "--config_file", "s3.yaml", "--slice", "1/2");
    done("load-db", "--config_file", "s3.yaml", "--slice", "2/2");

    CommandLab.Result result =
        done("load-db-from-s3", "--config_file", "s3.yaml", "--format", "json");

    JsonNode xapi = new ObjectMapper().readTree(result.out()).at("/tables/xapi_events_all");
    assertThat(xapi.get("files").intValue()).isEqualTo(2);
    assertThat(xapi.get("rows")).isEqualTo(xapi.get("expected"));
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo(xapi.get("rows").asText());
  }
}
