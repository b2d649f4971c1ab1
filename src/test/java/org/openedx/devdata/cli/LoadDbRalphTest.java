package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.TestLrs;
import org.openedx.devdata.world.dump.DumpTable;

/** Statements through a learning record store, the rest straight into ClickHouse. */
@Tag("clickhouse")
class LoadDbRalphTest {

  @TempDir private Path folder;
  private TestSite site;
  private TestLrs lrs;
  private CommandLab lab;

  @BeforeEach
  void prepare() throws IOException {
    site = TestSite.empty("ralph_load");
    lrs = TestLrs.open();
    lab =
        site.password(new CommandLab(folder))
            .variable("XAPI_DB_LOAD_RALPH_PASSWORD", lrs.password());
  }

  @AfterEach
  void close() {
    if (lrs != null) {
      lrs.close();
    }
  }

  private CommandLab.Result load(String backend, String... more) {
    lab.file("small.yaml", config(backend));
    String[] arguments = new String[more.length + 3];
    arguments[0] = "load-db";
    arguments[1] = "--config_file";
    arguments[2] = "small.yaml";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return lab.run(arguments);
  }

  private String config(String backend) {
    return "backend: %s\nlrs_url: %s\nlrs_username: %s\n".formatted(backend, lrs.url(), lrs.user())
        + site.keys()
        + SmallLoads.WORLD;
  }

  private LrsDouble fake() {
    Requirement.applies(lrs.fake().isPresent(), "a real LRS cannot be told to fail");
    return lrs.fake().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ralph", "ralph_clickhouse"})
  void everyRowGoesWhereItBelongs(String backend) throws IOException {
    CommandLab.Result result = load(backend);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    JsonNode manifest = SmallLoads.manifest(folder, "ralph");
    JsonNode expected = SmallLoads.expected(lab);
    for (DumpTable table : DumpTable.values()) {
      JsonNode made = manifest.get("tables").get(table.tableName());
      assertThat(made.get("checksum"))
          .isEqualTo(expected.at("/tables/" + table.tableName()).get("checksum"));
      if (!table.holdsStatements()) {
        assertThat(site.rows(table)).as(table.toString()).isEqualTo(made.get("rows").longValue());
      }
    }
    long statements = manifest.at("/tables/xapi_events_all/rows").longValue();
    lrs.fake().ifPresent(fake -> assertThat(fake.statements()).hasSize((int) statements));
    assertThat(result.out())
        .startsWith("small.yaml -> LRS ralph@http://")
        .doesNotContain(lrs.password());
  }

  @Test
  void secondRunFindsEverythingThere() {
    load("ralph");
    CommandLab.Result second = load("ralph");

    assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.DONE);
    assertThat(SmallLoads.messages(second)).isEmpty();
  }

  @Test
  void wrongPasswordIsToldInOneLineBeforeAnythingIsMade() {
    fake();
    lab.variable("XAPI_DB_LOAD_RALPH_PASSWORD", "wrong");
    CommandLab.Result result = load("ralph");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .startsWith("devdata: LRS http://127.0.0.1:")
        .contains("check lrs_username and lrs_password")
        .doesNotContain("wrong\n")
        .hasLineCount(1);
    assertNothingWasSent();
  }

  @Test
  void aStoreThatIsNotThereIsToldBeforeAnythingIsMade() {
    String nobody = "http://127.0.0.1:1/xAPI/statements";
    lab.file("small.yaml", config("ralph").replace(lrs.url().toString(), nobody));
    CommandLab.Result result = lab.run("load-db", "--config_file", "small.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .startsWith("devdata: LRS " + nobody + " (user " + lrs.user() + ") cannot be reached: ")
        .endsWith("check that it runs and that lrs_url is right\n")
        .hasLineCount(1);
    assertNothingWasSent();
  }

  private void assertNothingWasSent() {
    for (DumpTable table : DumpTable.values()) {
      assertThat(site.rows(table)).as(table.tableName()).isZero();
    }
    assertThat(folder.resolve(".devdata/load-db")).doesNotExist();
  }

  @Test
  void aStoreOnAnotherMachineMustBeAllowed() {
    lab.file("far.yaml", config("ralph").replace(lrs.url().getHost() + ":", "far.example:"));
    CommandLab.Result result = lab.run("load-db", "--config_file", "far.yaml", "--dry-run");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err()).contains("far.example is not this machine; --allow-remote");
  }
}
