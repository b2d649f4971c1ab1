package org.openedx.devdata.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Runs of load-db that were interrupted and are resumed. */
class LoadDbResumeTest extends SmallRuns {

  @Test
  void withoutAnythingToResumeItSaysSo() {
    CommandLab.Result result = lab.run("load-db", "--config_file", "small.yaml", "--resume");

    assertThat(result.err()).contains("nothing to resume: no out/checkpoint.json");
    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
  }

  /** No command resumes a run that has not begun. */
  @Test
  void linkInTheFolderIsToBeRemovedAndNothingToBeResumed() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.createSymbolicLink(out.resolve("xapi.csv"), precious);

    CommandLab.Result result = lab.run("load-db", "--config_file", "small.yaml");

    assertThat(result.err())
        .contains("xapi.csv is a link to ", "remove it, or give another folder")
        .doesNotContain("cannot", "--resume");
    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(precious).hasContent("mine");
  }

  @Test
  void aRunThatWasBrokenOffIsCarriedOnToTheSameFile() throws Exception {
    breakOff(SMALL);
    assertThat(folder.resolve("out/checkpoint.json")).exists();

    CommandLab.Result result = lab.run("load-db", "--config_file", "small.yaml", "--resume");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    String resumed = Files.readString(folder.resolve("out/xapi.csv"));
    JsonNode manifest = manifest("manifest.json");
    lab.run("load-db", "--config_file", "small.yaml");
    assertThat(resumed.equals(Files.readString(folder.resolve("out/xapi.csv")))).isTrue();
    assertThat(manifest).isEqualTo(manifest("manifest.json"));
  }
}
