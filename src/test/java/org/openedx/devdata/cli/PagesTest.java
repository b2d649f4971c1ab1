package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Page;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.SiteLab;
import org.openedx.devdata.testing.TestDatabase;
import org.openedx.devdata.testing.TestObjectStore;

/** The commands that the documentation shows do what it says. */
@Tag("once")
class PagesTest {

  /** Their commands are run below, and those of {@code learner-state.md} by its own test. */
  private static final Set<String> RUN =
      Set.of(
          "README.md",
          "docs/content.md",
          "docs/learner-state.md",
          "docs/load-db.md",
          "docs/targets.md",
          "docs/writing-your-own-data.md");

  private static final Pattern INLINE = Pattern.compile("`devdata ([^`]+)`");
  private static final Pattern COMMENT = Pattern.compile("(?m)^# +devdata (.*?)(?:   .*)?$");

  @TempDir private Path folder;
  private PageShell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new PageShell(folder);
  }

  @Test
  void noPageIsLeftOut() throws IOException {
    Set<String> withCommands =
        Page.all().stream()
            .filter(page -> !page.blocks("sh").isEmpty() || !page.blocks("console").isEmpty())
            .map(Page::name)
            .collect(Collectors.toSet());

    assertThat(withCommands).isEqualTo(RUN);
  }

  @Test
  void commandsInTextAndInCommentsOfSpecsCanBeParsed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Page page : Page.all()) {
      INLINE.matcher(page.text()).results().forEach(found -> lines.add(found.group(1)));
    }
    for (Path spec : files("specs", "example_configs")) {
      COMMENT.matcher(Files.readString(spec)).results().forEach(found -> lines.add(found.group(1)));
    }
    // Commands that are only named.
    lines.removeIf(line -> line.startsWith("COMMAND ") || !line.contains(" "));

    assertThat(lines).hasSizeGreaterThan(20).allSatisfy(this::isUnderstood);
  }

  private void isUnderstood(String line) {
    assertThat(
            DevdataCommand.commandLine(new CommandLab(folder).session())
                .parseArgs(Words.of(line))
                .unmatched())
        .isEmpty();
  }

  private static List<Path> files(String... folders) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name : folders) {
      try (Stream<Path> files = Files.walk(Path.of(name))) {
        files.filter(Files::isRegularFile).forEach(all::add);
      }
    }
    return all;
  }

  @Test
  void theReadmeShowsWhatHappens() throws Exception {
    Page page = Page.of("README.md");
    shell.file("lms.yaml", page.block("yaml")).file("top.yaml", "- {ida: lms, path: lms.yaml}\n");

    for (String block : page.blocks("console")) {
      for (String turn : block.split("(?m)^\\$ ")) {
        if (!turn.isEmpty()) {
          String[] parts = turn.split("\n", 2);
          assertThat(withoutChance(shell.run(parts[0]))).matches(shown(parts[1]));
        }
      }
    }
  }

  /** Without what varies from run to run: ports, times, rates, days, threads and checksums. */
  private static String withoutChance(String text) {
    return text.replaceAll("[0-9a-f]{32}", "CHECKSUM")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "SERVER")
        .replaceAll("\\d+(\\.\\d)? s\\b", "TIME")
        .replaceAll("[\\d,]+/s", "RATE")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY")
        .replaceAll("\\d+ threads?", "THREADS");
  }

  /** Three dots alone on a line stand for any lines. */
  private static Pattern shown(String text) {
    return Pattern.compile(
        withoutChance(text)
            .lines()
            .map(line -> line.equals("...") ? "(.*\n)*" : Pattern.quote(line + "\n"))
            .collect(Collectors.joining()));
  }

  @Test
  @DatabaseTest
  void theReadmesCommandsRun(TestDatabase lms) throws Exception {
    site(lms);
    for (String block : Page.of("README.md").blocks("sh")) {
      shell.run(block);
    }
  }

  @Test
  @DatabaseTest
  void theCommandsForRealDatabasesRun(TestDatabase lms) throws Exception {
    site(lms);
    shell.run("devdata db start");
    String address = address(shell.run("devdata db start aspects"));
    Page page = Page.of("docs/targets.md");
    for (String block : page.blocks("sh")) {
      // The port of the page may be another program's.
      shell.run(block.replace("127.0.0.1:8123", address));
    }
    shell.run("devdata db stop");
    shell.run("devdata db stop aspects");
    assertThat(lms.value("SELECT COUNT(*) FROM auth_user")).isNotEqualTo("0");

    // The first one is for Tutor.
    shell
        .variable("SEEDER_PASSWORD", "seed")
        .file("secrets/ecommerce", "seed\n")
        .file("mine.yaml", page.blocks("yaml").get(1))
        .file("specs/staging.yaml", page.blocks("yaml").get(2));
    shell.run("devdata verify --target ./mine.yaml specs/top.yaml");
    shell.run("devdata verify --target staging specs/staging.yaml");
  }

  private static String address(String started) {
    Matcher address = Pattern.compile("http://(127\\.0\\.0\\.1:\\d+)").matcher(started);
    assertThat(address.find()).as(started).isTrue();
    return address.group(1);
  }

  private void site(TestDatabase lms) throws Exception {
    TestDatabase shop = lms.another("shop");
    new SiteLab().with("lms", lms).with("ecommerce", shop);
    shell.database("lms", lms).database("ecommerce", shop).withDoubles(lms);
  }

  @Test
  @DatabaseTest
  void theCommandsForOnesOwnDataRun(TestDatabase lms) throws Exception {
    site(lms);
    for (Page.Block block : Page.of("docs/writing-your-own-data.md").blocks()) {
      switch (block.language()) {
        case "yaml" -> {
          Matcher name = Pattern.compile("# (\\S+)\n").matcher(block.text());
          assertThat(name.lookingAt()).as(block.text()).isTrue();
          shell.file(name.group(1), block.text());
        }
        case "csv" -> shell.file("staff.csv", block.text());
        case "sh" -> shell.run(block.text());
        default -> assertThat(block.language()).isEqualTo("text");
      }
    }

    assertThat(folder.resolve("lms.schema.json")).isNotEmptyFile();
  }

  @Test
  @DatabaseTest
  void theCommandsForContentRun(TestDatabase database) throws Exception {
    new SiteLab().with("lms", database);
    database.run("DROP TABLE IF EXISTS django_migrations");
    LayoutLab.create(database, Layout.CURRENT);
    Page page = Page.of("docs/content.md");
    shell
        .database("lms", database)
        .database("content", database)
        .file("lms.yaml", "users: [{username: ada}, {username: bob}]\n")
        .file("content.yaml", page.block("yaml"))
        .file("top.yaml", "- {ida: lms, path: lms.yaml}\n- {ida: content, path: content.yaml}\n")
        .run("devdata load --media-root ./media top.yaml");

    for (String block : page.blocks("sh")) {
      shell.run(block);
    }

    assertThat(folder.resolve("physics.zip")).isNotEmptyFile();
    assertThat(database.value("SELECT COUNT(*) FROM openedx_content_learningpackage"))
        .isEqualTo("2");
  }

  @Test
  @Tag("clickhouse")
  void theCommandsForStatementsRun() throws Exception {
    TestSite site = TestSite.empty("page");
    Requirement.applies(
        !site.engine().kind().equals("docker"),
        "a container does not reach the store in this process");
    Page page = Page.of("docs/load-db.md");
    try (TestObjectStore store = TestObjectStore.start()) {
      shell
          .file("example_configs/csv.yaml", smaller(read("csv.yaml")))
          .file(
              "example_configs/csv_to_s3_then_load.yaml",
              smaller(read("csv_to_s3_then_load.yaml"))
                  .replaceAll("(?m)^db_.*\n", "")
                  .replace("http://localhost:9000", store.endpoint().toString())
                  .replaceAll("\\baspects/xapi/", TestObjectStore.BUCKET + "/xapi/")
                  .replace("s3_key: minioadmin", "s3_key: " + TestObjectStore.KEY)
                  .concat(site.keys()))
          .variable("XAPI_S3_SECRET", TestObjectStore.SECRET)
          .variable("XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", site.engine().password());

      for (String block : page.blocks("sh")) {
        shell.run(block);
      }
    }
    assertThat(folder.resolve("xapi-data")).isDirectoryContaining("glob:**/xapi-3of8.csv.gz");
  }

  @Test
  @DatabaseTest
  @Tag("clickhouse")
  void theSpecsOfStatementsAreLoaded(TestDatabase lms) throws Exception {
    new SiteLab().with("lms", lms);
    List<String> specs =
        Page.of("docs/load-db.md").blocks("yaml").stream()
            .filter(block -> !isOfLives(block))
            .toList();
    shell
        .database("lms", lms)
        .file("specs/top.yaml", specs.get(0))
        .file("specs/aspects.yaml", specs.get(1))
        .run("devdata load specs/top.yaml && devdata verify specs/top.yaml");
  }

  @Test
  void habitsAndAccidentsOfLivesAreAccepted() throws Exception {
    List<String> blocks =
        Page.of("docs/load-db.md").blocks("yaml").stream().filter(PagesTest::isOfLives).toList();
    String world = read("life.yaml").replaceAll("(?m)^(model: life|life:|  set: open)\n", "");
    assertThat(blocks).hasSizeGreaterThan(1);
    for (String block : blocks) {
      shell
          .file("life.yaml", world + block)
          .run("devdata load-db --config_file life.yaml --dry-run");
    }
  }

  private static boolean isOfLives(String block) {
    return block.startsWith("model: life");
  }

  private static String read(String example) throws IOException {
    return Files.readString(Path.of("example_configs", example));
  }

  private static String smaller(String configuration) {
    return configuration.replaceAll("num_xapi_batches: \\d+", "num_xapi_batches: 8");
  }
}
