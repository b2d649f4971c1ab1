package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.TestObjectStore;

/** Objects that are not those of their manifest, or none, and a table that refuses them. */
@Tag("clickhouse")
class BucketRefusalTest extends BucketLoads {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anObjectOfAnotherSizeIsNamedBeforeAnyIsLoaded() throws IOException {
    configuration("none", "");
    done("load-db", "--config_file", "s3.yaml");
    store.replace("xapi/xapi.csv", new byte[7]);

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("does not hold what its manifests say: xapi.csv has 7 bytes");
    assertThat(engine.run("SELECT count() FROM s3_event_sink.course_overviews").strip())
        .isEqualTo("0");
  }

  @Test
  void aFileWithTooFewRowsIsNoticed() throws IOException {
    configuration("none", "");
    done("load-db", "--config_file", "s3.yaml");
    byte[] whole = store.content("xapi/taxonomies.csv");
    store.replace("xapi/taxonomies.csv", new byte[0]);
    assertThat(whole).isNotEmpty();
    // As an older version wrote it, which knows rows only.
    ObjectNode manifest = (ObjectNode) JSON.readTree(store.content("xapi/manifest.json"));
    manifest.remove("files");
    store.replace("xapi/manifest.json", JSON.writeValueAsBytes(manifest));

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("other numbers of rows than the manifest states: 0 of 1 of taxonomy");
  }

  @Test
  void wholeFilesAndThoseOfSlicesAreNotLoadedTogether() {
    done("load-db", "--config_file", "s3.yaml");
    done("load-db", "--config_file", "s3.yaml", "--slice", "1/2");

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("were cut in different ways");
  }

  @Test
  void withoutFilesItSaysSo() {
    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("there is no xapi.csv.gz in s3://lab-bucket/xapi/");
  }

  @Test
  void whatClickHouseRefusesIsToldWithoutTheSecret() {
    done("load-db", "--config_file", "s3.yaml");
    engine.run(
        "ALTER TABLE %s ADD CONSTRAINT nothing CHECK name = 'none'"
            .formatted(NAMES.eventSink("taxonomy").quoted()));

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("xapi/taxonomies.csv.gz")
        .contains("taxonomy")
        .doesNotContain(TestObjectStore.SECRET);
  }
}
