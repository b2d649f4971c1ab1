package org.openedx.devdata.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.SmallLoads;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.GenerationListener;
import org.openedx.devdata.generate.GenerationRun;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.sink.file.SealedJson;
import org.openedx.devdata.world.dump.DumpTable;

class LoadDbCommandTest {

  private static final String SMALL =
      "backend: csv\ncsv_output_destination: out\ncompression: none\n" + SmallLoads.WORLD;

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void configuration() {
    lab = new CommandLab(folder).file("small.yaml", SMALL);
  }

  private JsonNode manifest(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("out").resolve(name).toFile());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesNineTablesAndTheirManifest() throws IOException {
    CommandLab.Result result = lab.run("load-db", "--config_file", "small.yaml");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    JsonNode xapi = manifest("manifest.json").at("/tables/xapi_events_all");
    try (Stream<String> lines = Files.lines(folder.resolve("out/xapi.csv"))) {
      assertThat(lines.count()).isEqualTo(xapi.get("rows").longValue()).isGreaterThan(20_000);
    }
    assertThat(files())
        .containsExactly(
            "out/blocks.csv",
            "out/course_enrollments.csv",
            "out/courses.csv",
            "out/external_ids.csv",
            "out/manifest.json",
            "out/object_tags.csv",
            "out/tags.csv",
            "out/taxonomies.csv",
            "out/user_profiles.csv",
            "out/xapi.csv",
            "small.yaml");
    assertThat(result.out())
        .startsWith("small.yaml -> csv in out (none)\n  seed 7, 2025-01-01 to 2025-12-31\n")
        .contains("manifest: out/manifest.json")
        .endsWith("seed 7, checksum " + xapi.get("checksum").asText() + ".\n");
  }

  @Test
  void withoutAConfigurationASmallRunGoesIntoXapiData() {
    CommandLab.Result result = lab.run("load-db");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).contains("the small default run goes to csv in xapi-data (gzip)");
    assertThat(result.out())
        .contains("\n  seed 20260101, ")
        .containsPattern("seed 20260101, checksum [0-9a-f]{32}\\.\n$");
    assertThat(folder.resolve("xapi-data/xapi.csv.gz")).isNotEmptyFile();
  }

  @Test
  void aDryRunTellsMuchAndWritesNothing() throws IOException {
    CommandLab.Result result = lab.run("load-db", "--config-file", "small.yaml", "--dry-run");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("xapi_events_all").contains("months: 12");
    assertThat(result.out()).contains("Dry run: ").endsWith("nothing was written.\n");
    assertThat(files()).containsExactly("small.yaml");
  }

  @Test
  void inJsonTheResultIsOneDocument() throws IOException {
    CommandLab.Result result =
        lab.run("load-db", "--config_file", "small.yaml", "--format", "json");

    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(document.get("seed").longValue()).isEqualTo(7);
    assertThat(document.get("manifestFile").asText()).isEqualTo("out/manifest.json");
    assertThat(document.at("/manifest/tables")).isEqualTo(manifest("manifest.json").get("tables"));
  }

  @Test
  void slicesTogetherAreTheWhole() throws IOException {
    lab.run("load-db", "--config_file", "small.yaml");
    lab.run("load-db", "--config_file", "small.yaml", "--slice", "1/2");
    lab.run("load-db", "--config_file", "small.yaml", "--slice", "2/2");

    String parts =
        Files.readString(folder.resolve("out/xapi-1of2.csv"))
            + Files.readString(folder.resolve("out/xapi-2of2.csv"));
    assertThat(parts.equals(Files.readString(folder.resolve("out/xapi.csv")))).isTrue();
  }

  @Test
  void aBrokenConfigurationTellsEveryPlaceAndWritesNothing() throws IOException {
    lab.file("broken.yaml", SMALL.replace("backend: csv", "backend: csw") + "num_actorz: 4\n");

    CommandLab.Result result = lab.run("load-db", "--config_file", "broken.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err())
        .contains("broken.yaml:1:10: \"backend\" in load-db must be one of")
        .contains("broken.yaml:16:1: unknown key \"num_actorz\"")
        .contains("devdata: 2 problems");
    assertThat(files()).containsExactly("broken.yaml", "small.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv_output_destination: s3:/bucket/folder    | names no bucket; write s3://BUCKET/PREFIX
          csv_output_destination: gopher://there/data  | no file system for 'gopher://there/data'
          csv_output_destination: jar:file:///a.zip!/, load_from_s3_after: true | ClickHouse cannot read files in "jar:file:///a.zip!/"
          backend: clickhouse, db_host: far.example    | db_host far.example is not this machine
          backend: clickhouse, db_host: 127.evil.invalid | db_host 127.evil.invalid is not this machine
          """)
  void whatThisVersionCannotDoIsRefusedInOneLine(String keys, String message) throws IOException {
    StringBuilder config = new StringBuilder();
    SMALL.lines().filter(line -> !line.startsWith("backend")).forEach(l -> line(config, l));
    if (!keys.startsWith("backend")) {
      line(config, "backend: csv");
    }
    String text = config.toString();
    for (String key : keys.split(", ")) {
      String name = key.substring(0, key.indexOf(':'));
      text = text.replaceAll("(?m)^" + name + ":.*\n", "") + key.strip() + "\n";
    }
    lab.file("other.yaml", text);

    CommandLab.Result result = lab.run("load-db", "--config_file", "other.yaml");

    assertThat(result.err()).contains(message).hasLineCount(1);
    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(files()).containsExactly("other.yaml", "small.yaml");
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  @Test
  void aFileThatIsNotThereIsAConfigurationError() {
    CommandLab.Result result = lab.run("load-db", "--config_file", "no.yaml");

    assertThat(result.err())
        .isEqualTo("devdata: there is no file \"no.yaml\"; check --config_file\n");
    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
  }

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

  /** Stops a run of the same configuration after its second block of statements. */
  private void breakOff(String text) throws IOException {
    GenerationConfig config =
        Backends.reader("small.yaml", Map.<String, String>of()::get, CommandLab.NOW)
            .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    AtomicReference<GenerationRun> run = new AtomicReference<>();
    Path out = folder.resolve("out");
    try (Sink sink =
        new CsvSink(new CsvFiles(out, "", 0), Codecs.of("none", config.output().level()), 2)) {
      run.set(
          new Generation(config)
              .run(sink, new RunFolder(out, Slice.WHOLE), false, new StopsEarly(run)));
      assertThatThrownBy(() -> run.get().run()).isInstanceOf(InterruptedException.class);
    }
  }

  private record StopsEarly(AtomicReference<GenerationRun> run) implements GenerationListener {
    @Override
    public void began(DumpTable table, long rows) {}

    @Override
    public void advanced(DumpTable table, long rows, long written) {
      if (table.holdsStatements()) {
        run.get().stop();
      }
    }

    @Override
    public void ended(DumpTable table) {}

    @Override
    public void failed(DumpTable table, long rows, String reason) {}
  }
}
