package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;

/**
 * Loads of several worlds into one site: the manifest of each finds its own rows, and no others.
 */
@Tag("clickhouse")
class ManifestsOfOneSiteTest {

  /** What is counted does not depend on the number of statements. */
  private static final String WORLD =
      SmallLoads.WORLD.replace("num_xapi_batches: 20", "num_xapi_batches: 2");

  private static final String COUNTED = " has the rows that were made";

  @TempDir private Path folder;

  @Test
  void rowsOfLearnersAndTagsAreThoseOfTheRun() throws IOException {
    TestSite site = TestSite.empty("manifests");
    CommandLab lab = site.password(new CommandLab(folder));
    lab.variable("DEVDATA_ASPECTS_URL", url(site))
        .variable("DEVDATA_ASPECTS_USER", site.engine().user())
        .variable("DEVDATA_ASPECTS_PASSWORD", site.engine().password());
    load(lab, site, "first", WORLD);
    load(lab, site, "seed", WORLD.replace("seed: 7", "seed: 8"));
    load(lab, site, "larger", WORLD.replace("num_actors: 50", "num_actors: 60"));
    for (String run : List.of("first", "seed", "larger")) {
      assertThat(broken(lab, run)).as(run).doesNotContain("tag", "taxonomy", "external_id");
    }
    assertThat(broken(lab, "seed")).isEmpty();

    String own = new ObjectMapper().readTree(manifest("first").toFile()).get("dump_ids").asText();
    for (String table : List.of("tag", "user_profile")) {
      site.engine()
          .run(
              "DELETE FROM manifests_event_sink.%s WHERE dump_id = (SELECT min(dump_id) FROM manifests_event_sink.%s WHERE startsWith(toString(dump_id), '%s'))"
                  .formatted(table, table, own));
    }

    assertThat(broken(lab, "first")).contains("tag", "user_profile");
    assertThat(broken(lab, "seed")).isEmpty();
    assertThat(broken(lab, "larger")).doesNotContain("tag", "user_profile");
  }

  private static String url(TestSite site) {
    return "%s?xapi=%s&event_sink=%s&reporting=%s&openedx=%s"
        .formatted(
            site.engine().url(),
            site.names().source(),
            site.names().eventSink(),
            site.names().reporting(),
            site.names().openedx());
  }

  private Path manifest(String run) {
    return folder.resolve(run + "/.devdata/load-db/clickhouse/manifest.json");
  }

  private static void load(CommandLab lab, TestSite site, String run, String world)
      throws IOException {
    CommandLab.Result result =
        lab.file("run.yaml", "backend: clickhouse\n" + site.keys() + world)
            .run("load-db", "--config_file", "run.yaml", "--quiet");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    Path made = lab.folder().resolve(".devdata/load-db/clickhouse/manifest.json");
    Path kept = lab.folder().resolve(run + "/.devdata/load-db/clickhouse/manifest.json");
    Files.createDirectories(kept.getParent());
    Files.copy(made, kept);
  }

  /** The tables of which not all rows, or too many, are there. */
  private List<String> broken(CommandLab lab, String run) throws IOException {
    CommandLab.Result result =
        lab.run(
            "aspects",
            "verify",
            "--format",
            "json",
            "--manifest",
            folder.relativize(manifest(run)).toString());
    List<String> tables = new ArrayList<>();
    for (JsonNode check : new ObjectMapper().readTree(result.out()).get("checks")) {
      String name = check.get("name").asText();
      if (name.endsWith(COUNTED) && !check.get("outcome").asText().equals("holds")) {
        String table = name.substring(0, name.length() - COUNTED.length());
        tables.add(table.substring(table.indexOf('.') + 1));
      }
    }
    return tables;
  }
}
