package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.aspects.AspectsSite;
import org.openedx.devdata.testing.RestrictedUser;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.fuzz.Verdict;

/**
 * Users of a site's ClickHouse who may not do all: each command does all of its work, or says what
 * it lacks; the same command of another user then completes it.
 */
@Tag("clickhouse")
class RestrictedUserTest {

  private static final Pattern NONE = Pattern.compile("(?!)");

  /** What to do, in the words of messages. */
  private static final Pattern REMEDY =
      Pattern.compile("use another user|raise that limit|grant that to the user");

  /** Recent enough for the site to keep it. */
  private static final String WORLD =
      SmallLoads.untilToday(SmallLoads.WORLD)
          .replace("batches: 20", "batches: 1")
          .replace("today - 365d", "today - 200d");

  private static final String[][] COMMANDS = {
    {"aspects", "status"},
    {"aspects", "verify"},
    {"aspects", "rebuild"},
    {"aspects", "init"},
    {"load-db", "--quiet", "--config_file", "load.yaml"},
    {"empty", "--only", "aspects", "--yes"},
  };

  @TempDir private Path folder;
  private final TestClickHouse engine = TestClickHouse.required();

  static Stream<Arguments> users() {
    return Stream.of(
        user("8.1", NONE, "readonly=2"),
        user("8.0", NONE, "allow_ddl=0"),
        user("8.1", NONE, "max_execution_time=0.001", "timeout_overflow_mode=break"),
        user("8.1", NONE, "max_result_rows=3", "result_overflow_mode=break"),
        user("8.0", NONE, "max_rows_to_read=20", "read_overflow_mode=break"),
        user("8.1", NONE, "max_memory_usage=2000000"),
        user("8.1", NONE, "limit=1", "extremes=1", "date_time_output_format=iso"),
        user("8.0", NONE, "readonly=1", "result_overflow_mode=break", "max_result_rows=2"),
        user("8.1", Pattern.compile("^EXISTS TABLE")),
        user("8.1", Pattern.compile("^TRUNCATE|^CREATE|^SYSTEM ")),
        user("8.0", Pattern.compile("^INSERT INTO \\S+dim_|FROM system\\.mutations")));
  }

  private static Arguments user(String release, Pattern denied, String... settings) {
    return Arguments.of(release, denied, List.of(settings));
  }

  private CommandLab lab(URI server) {
    String databases =
        "xapi=ru_xapi&event_sink=ru_event_sink&reporting=ru_reporting&openedx=ru_openedx";
    return new CommandLab(folder)
        .at(Instant.now())
        .variable("DEVDATA_ASPECTS_URL", server + "?" + databases)
        .variable("DEVDATA_ASPECTS_USER", engine.user())
        .variable("DEVDATA_ASPECTS_PASSWORD", engine.password())
        .variable("XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", engine.password())
        .file(
            "load.yaml",
            """
            backend: clickhouse
            retry_seconds: 0
            db_host: %s
            db_port: %d
            db_secure: false
            db_username: %s
            db_name: ru_openedx
            db_event_sink_name: ru_event_sink
            """
                    .formatted(server.getHost(), server.getPort(), engine.user())
                + WORLD);
  }

  private static CommandLab.Result run(CommandLab lab, String[] command) {
    String[] line = command.clone();
    if (line[line.length - 1].endsWith(".yaml")) {
      line[line.length - 1] = lab.path(line[line.length - 1]);
    }
    return lab.run(line);
  }

  /** A command that says that it is done has done what it does for a user who may do all. */
  private void assertIsAllThere(String name, String[] command, CommandLab.Result tried) {
    if (command[0].equals("empty")) {
      assertThat(
              engine.run(
                  "SELECT database, name FROM system.tables WHERE database LIKE 'ru\\\\_%' AND engine"
                      + " LIKE '%MergeTree' AND total_rows > 0 FORMAT TSV"))
          .as(name)
          .isEqualTo("ru_xapi\talembic_version\n");
      return;
    }
    if (List.of("status", "verify").contains(command[1])) {
      assertThat(tried.out().lines().count())
          .as("%s: %s", name, tried.out())
          .isEqualTo(run(lab(engine.url()), command).out().lines().count());
    }
    if (List.of("rebuild", "--quiet").contains(command[1])) {
      // What timers look back for too short a time comes with a command of its own.
      String verified = run(lab(engine.url()), new String[] {"aspects", "verify"}).out();
      assertThat(
              verified
                  .lines()
                  .filter(line -> line.startsWith("!") && !line.contains("rebuild --history")))
          .as("%s: %s", name, verified)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("users")
  void everyCommandDoesAllOrSaysWhatIsLacking(String release, Pattern denied, List<String> settings)
      throws IOException {
    Map<String, String> profile =
        settings.stream()
            .map(each -> each.split("="))
            .collect(java.util.stream.Collectors.toMap(each -> each[0], each -> each[1]));
    try (AspectsSite site = new AspectsSite("ru").withModels(release);
        RestrictedUser restricted = new RestrictedUser(engine.url(), profile, denied)) {
      assertThat(site.names().reporting()).isEqualTo("ru_reporting");
      for (String[] command : COMMANDS) {
        String name = settings + " " + denied + " " + String.join(" ", command);
        CommandLab.Result tried = run(lab(restricted.url()), command);
        // What the server says is its own.
        String said = tried.err().replace("DB::Exception", "");
        assertThat(Verdict.faults(tried.code(), tried.out(), said)).as(name).isEmpty();
        if (tried.code() == ExitCode.DONE) {
          assertIsAllThere(name, command, tried);
        } else {
          assertThat(tried.err()).as(name).containsPattern(REMEDY);
        }
        boolean changes = !List.of("status", "verify").contains(command[1]);
        if (changes && tried.code() != ExitCode.DONE) {
          CommandLab.Result done = run(lab(engine.url()), command);
          assertThat(done.code()).as("%s: %s", name, done.err()).isEqualTo(ExitCode.DONE);
        }
      }
      assertThat(run(lab(engine.url()), new String[] {"aspects", "verify"}).code())
          .isEqualTo(ExitCode.DONE);
    }
  }
}
