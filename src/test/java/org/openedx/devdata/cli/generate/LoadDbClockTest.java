package org.openedx.devdata.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.SmallLoads;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.sink.file.SealedJson;

/** The clock of a run in several parts, which is that of its beginning. */
class LoadDbClockTest extends SmallRuns {

  @Test
  void todayIsTheDayOnWhichTheRunBegan() throws Exception {
    String relative = SmallLoads.untilToday(SMALL);
    lab.file("small.yaml", relative);
    breakOff(relative);

    CommandLab.Result result =
        lab.at(CommandLab.NOW.plus(40, ChronoUnit.DAYS))
            .run("load-db", "--config_file", "small.yaml", "--resume");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("seed 7, 2025-03-29 to 2026-03-28\n");
    String resumed = Files.readString(folder.resolve("out/xapi.csv"));
    JsonNode manifest = manifest("manifest.json");
    assertThat(manifest.get("end_date").asText()).isEqualTo("2026-03-29");
    lab.run("load-db", "--config_file", "small.yaml", "--now", "2026-03-29");
    assertThat(resumed.equals(Files.readString(folder.resolve("out/xapi.csv")))).isTrue();
    assertThat(manifest).isEqualTo(manifest("manifest.json"));
  }

  @Test
  void theClockOfAResumedRunCanOnlyBeItsOwn() throws Exception {
    breakOff(SMALL);
    String[] resume = {"load-db", "--config_file", "small.yaml", "--resume", "--now", ""};
    String begun = Files.readString(folder.resolve("out/checkpoint.json"));

    resume[5] = CommandLab.NOW.plusSeconds(1).toString();
    CommandLab.Result other = lab.run(resume);

    assertThat(other.code()).isEqualTo(ExitCode.INVALID);
    assertThat(other.err())
        .isEqualTo(
            "devdata: --now is %s, but the run that is to be resumed began with %s; leave --now out\n"
                .formatted(resume[5], CommandLab.NOW));
    assertThat(folder.resolve("out/checkpoint.json")).hasContent(begun);

    resume[5] = CommandLab.NOW.toString();
    CommandLab.Result same = lab.run(resume);

    assertThat(same.code()).as(same.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theClockOfBatchesThatAreSentAgainCanOnlyBeThatOfTheirRun() throws Exception {
    lab.file("direct.yaml", "backend: clickhouse\ndb_port: 1\n" + SmallLoads.WORLD);
    ObjectMapper json = new ObjectMapper();
    Files.createDirectories(folder.resolve("kept/failed"));
    SealedJson.write(
        folder.resolve("kept/checkpoint.json"),
        json.createObjectNode().put("now", CommandLab.NOW.toString()));
    SealedJson.write(
        folder.resolve("kept/failed/run.json"),
        json.createObjectNode().put("config_file", folder.resolve("direct.yaml").toString()));
    String[] retry = {"load-db", "--retry", "kept/failed", "--now", "2026-03-30"};

    CommandLab.Result other = lab.run(retry);

    assertThat(other.code()).isEqualTo(ExitCode.INVALID);
    assertThat(other.err()).contains("--now is 2026-03-30T00:00:00Z, but the run");

    retry[4] = CommandLab.NOW.toString();
    assertThat(lab.run(retry).err()).doesNotContain("--now");
  }

  @Test
  void slicesOfDifferentDaysAreNotLoadedTogether() {
    lab.file("small.yaml", SmallLoads.untilToday(SMALL));
    lab.run("load-db", "--config_file", "small.yaml", "--slice", "1/2");
    lab.at(CommandLab.NOW.plus(1, ChronoUnit.DAYS))
        .run("load-db", "--config_file", "small.yaml", "--slice", "2/2");

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "small.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains(
            "slices that are no parts of one whole: 1/2 is of seed 7, 2025-03-29 to 2026-03-29,"
                + " but 2/2 is of seed 7, 2025-03-30 to 2026-03-30;");
  }
}
