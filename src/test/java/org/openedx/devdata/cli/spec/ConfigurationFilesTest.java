package org.openedx.devdata.cli.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.SmallLoads;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Configurations of load-db are files that can be validated, as specs are. */
class ConfigurationFilesTest {

  private static final String CONFIG =
      "backend: csv_file\ncsv_output_destination: out\n" + SmallLoads.WORLD;

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void files() {
    lab =
        new CommandLab(folder)
            .file("good.yaml", CONFIG)
            .file("bad.yaml", CONFIG.replace("csv_file", "ralph") + "num_actorz: 4\n")
            .file("load.yaml", "s3_source_location: http://localhost:9000/a/\n")
            .file("lms.yaml", "users: [{username: anna}]\n");
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theyAreRecognisedByTheirKeys() {
    CommandLab.Result result =
        lab.run("validate", at("good.yaml"), at("lms.yaml"), at("load.yaml"));

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("good.yaml: valid for load-db", "load.yaml: valid for load-db", "valid for lms");
    assertThat(result.out()).doesNotContain("no records");
    assertThat(result.err()).contains("good.yaml:1:10: backend: csv_file is now called csv");
  }

  @Test
  void validatingReportsWhatALoadReports() {
    CommandLab.Result validated = lab.run("validate", "--as", "load-db", at("bad.yaml"));
    CommandLab.Result loaded = lab.run("load-db", "--config_file", at("bad.yaml"));

    assertThat(validated.code()).isEqualTo(ExitCode.INVALID).isEqualTo(loaded.code());
    assertThat(validated.err())
        .isEqualTo(loaded.err())
        .contains("unknown key \"num_actorz\"; did you mean \"num_actors\"?")
        .contains("\"lrs_url\" in load-db is missing; give the URL of the statements resource");
  }

  @Test
  void oneInPlaceOfATopLevelSpecIsNamed() {
    CommandLab.Result result = lab.run("load", at("good.yaml"));

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err())
        .contains(
            "this is a configuration of load-db and not a top-level spec; run devdata load-db");
  }

  @ParameterizedTest
  @CsvSource({
    "lms.yaml, this looks like a spec of lms",
    "top.yaml, this is a top-level spec",
    "aspects.yaml, this looks like a spec of aspects"
  })
  void aSpecInPlaceOfOneIsNamedAndNothingElseReported(String file, String reason) {
    lab.file("top.yaml", "version: 1\nservices: [{ida: lms, path: lms.yaml}]\n")
        .file("aspects.yaml", "import: lms\nstatements: 20\nstart_date: today - 9d\n");

    CommandLab.Result result = lab.run("load-db", "--config_file", at(file));

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains(file + ":1:1: " + reason, "load-db; specs are loaded by devdata load TOP");
  }

  @Test
  void theirSchemaIsPrinted() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(lab.run("schema", "load-db").out());

    assertThat(schema.get("title").asText()).isEqualTo("Configuration of load-db");
    assertThat(schema.at("/properties/num_batches/description").asText())
        .isEqualTo("The same as num_xapi_batches.");
  }
}
