package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.world.dump.DumpTable;

/** An empty site and a configuration whose files go to a folder first. */
abstract class FolderLoads {

  @TempDir Path folder;
  TestSite site;
  CommandLab lab;

  @BeforeEach
  void emptySite() {
    site = TestSite.empty("folder_load");
    lab = site.password(new CommandLab(folder));
  }

  void configuration(String more) {
    lab.file(
        "run.yaml", "csv_output_destination: out\n" + more + "\n" + site.keys() + SmallLoads.WORLD);
  }

  CommandLab.Result done(String... line) {
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }

  void everythingIsThere() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile()).get("tables");
    for (DumpTable table : DumpTable.values()) {
      assertThat(site.rows(table))
          .as(table.tableName())
          .isEqualTo(manifest.at("/" + table.tableName() + "/rows").longValue());
    }
    assertThat(site.checksum()).isEqualTo(manifest.at("/xapi_events_all/checksum").asText());
  }
}
