package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.world.dump.DumpTable;

/** Without personal data there are no profiles and external ids, and all else is the same. */
class LoadDbPiiTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void lab() {
    lab = new CommandLab(folder);
  }

  private JsonNode tables(String destination) throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve(destination).resolve("manifest.json").toFile())
        .get("tables");
  }

  private void load(String destination, String more) {
    lab.file(
        destination + ".yaml",
        "backend: csv\ncompression: none\ncsv_output_destination: "
            + destination
            + "\n"
            + more
            + SmallLoads.WORLD);
    CommandLab.Result result = lab.run("load-db", "--config_file", destination + ".yaml");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void filesOfLearnersAreNotWritten() throws IOException {
    load("with", "");
    load("without", "pii: false\n");

    try (Stream<Path> files = Files.list(folder.resolve("without"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("xapi.csv", "course_enrollments.csv")
          .doesNotContain("external_ids.csv", "user_profiles.csv");
    }
    JsonNode with = tables("with");
    JsonNode without = tables("without");
    assertThat(without.has("external_id")).isFalse();
    assertThat(without.has("user_profile")).isFalse();
    assertThat(without.get("xapi_events_all")).isEqualTo(with.get("xapi_events_all"));
    assertThat(without.get("course_blocks")).isEqualTo(with.get("course_blocks"));
  }

  @Test
  @Tag("clickhouse")
  void tablesOfLearnersStayEmpty() {
    TestSite site = TestSite.empty("pii_load");
    site.password(lab)
        .file("run.yaml", "backend: clickhouse\npii: false\n" + site.keys() + SmallLoads.WORLD);

    assertThat(lab.run("load-db", "--config_file", "run.yaml").code()).isEqualTo(ExitCode.DONE);

    assertThat(site.rows(DumpTable.EXTERNAL_ID)).isZero();
    assertThat(site.rows(DumpTable.USER_PROFILE)).isZero();
    assertThat(site.rows(DumpTable.COURSE_ENROLLMENT)).isPositive();
    assertThat(site.rows(DumpTable.XAPI)).isEqualTo(20_520);
  }

  @Test
  @Tag("clickhouse")
  void aSiteWithoutProfilesIsFollowedAlsoOnTheEmbeddedEngine() {
    TestClickHouse.required();
    System.getenv().forEach(lab::variable);
    String other = SmallLoads.WORLD.replace("seed: 7", "seed: 8");
    lab.file("bare.yaml", "backend: clickhouse\npii: false\n" + other)
        .file("silent.yaml", "backend: clickhouse\n" + SmallLoads.WORLD)
        .file("full.yaml", "backend: clickhouse\npii: true\n" + SmallLoads.WORLD);

    CommandLab.Result bare = embedded("bare.yaml");
    CommandLab.Result silent = embedded("silent.yaml");
    String before = profiles();
    CommandLab.Result full = embedded("full.yaml");
    CommandLab.Result again = embedded("silent.yaml");

    assertThat(bare.err()).doesNotContain("ASPECTS_ENABLE_PII");
    assertThat(silent.err()).containsOnlyOnce("ASPECTS_ENABLE_PII").contains("left out");
    assertThat(before).isEqualTo("0");
    assertThat(full.err()).containsOnlyOnce("ASPECTS_ENABLE_PII").contains("pii: false");
    assertThat(again.err()).doesNotContain("ASPECTS_ENABLE_PII");
    assertThat(profiles()).isEqualTo("50");
  }

  private String profiles() {
    CommandLab.Result result =
        lab.run(
            "db",
            "sql",
            "aspects",
            "SELECT count() AS n FROM event_sink.user_profile FINAL",
            "--format",
            "json");
    return result.out().replaceAll("(?s).*?\"n\"?\\D*(\\d+).*", "$1");
  }

  private CommandLab.Result embedded(String configuration) {
    CommandLab.Result result =
        lab.run("load-db", "--target", "embedded", "--config_file", configuration);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }
}
