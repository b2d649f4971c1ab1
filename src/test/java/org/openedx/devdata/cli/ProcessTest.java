package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.Main;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.JavaCommand;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** What only a process of its own shows: exit codes, pipes, signals. */
class ProcessTest {

  @TempDir private Path folder;

  private ProcessBuilder command(String... arguments) {
    return new ProcessBuilder(JavaCommand.main(Main.class, arguments))
        .directory(folder.toFile())
        .redirectError(folder.resolve("err").toFile());
  }

  private String err() throws IOException {
    Path err = folder.resolve("err");
    return Files.exists(err) ? Files.readString(err) : "";
  }

  private static int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void theExitCodeIsTheProcessesOwn() throws Exception {
    Process process = command("validate", "nowhere.yaml").start();

    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(end(process)).isEqualTo(ExitCode.INVALID);
    assertThat(err()).isEqualTo("nowhere.yaml: there is no file nowhere.yaml; check the path\n");
  }

  @Test
  void outputIsUtf8WhateverTheLocale() throws Exception {
    Files.writeString(folder.resolve("lms.yaml"), "users: []\n田中: []\n");
    ProcessBuilder builder = command("validate", "--format", "json", "lms.yaml");
    builder.environment().remove("LANG");
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();

    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(end(process)).isEqualTo(ExitCode.INVALID);
    assertThat(out).contains("unknown key \\\"田中\\\"");
    assertThat(err()).contains("lms.yaml:2:1: unknown key \"田中\"");
  }

  @Test
  void aClosedPipeIsNoTrouble() throws Exception {
    Process process = command("schema", "lms").start();
    process.getInputStream().close();

    assertThat(end(process)).isEqualTo(ExitCode.DONE);
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema lms",
        "--version",
        "--help",
        "validate lms.yaml",
        "generate-completion",
        "db status",
        "load-db --dry-run"
      })
  void resultsThatCannotBeWrittenAreAFailure(String arguments) throws Exception {
    Files.writeString(folder.resolve("lms.yaml"), "users: [{username: alice}]\n");
    ProcessBuilder builder = command(arguments.split(" ")).redirectOutput(new File("/dev/full"));
    Requirement.present(new File("/dev/full").exists(), () -> "no /dev/full");
    assertThat(end(builder.start())).isEqualTo(ExitCode.FAILED);
    assertThat(err()).contains("could not be written to standard output");

    // As the launcher opens it where a shell has closed it: for reading.
    builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
    List<String> line = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 1</dev/null", "sh"));
    line.addAll(builder.command());
    assertThat(end(builder.command(line).start())).isEqualTo(ExitCode.FAILED);
    assertThat(err()).contains("could not be written to standard output");
  }

  @Test
  void everyLocaleWritesTheSameDigits() throws Exception {
    Files.writeString(folder.resolve("lms.yaml"), "users: [{username: alice}]\nrepeat: 3\n");
    for (String arguments : List.of("load-db --dry-run", "validate lms.yaml", "schema lms")) {
      List<String> line = new ArrayList<>(command(arguments.split(" ")).command());
      line.addAll(1, List.of("-Duser.language=ar", "-Duser.country=EG"));
      Process process = command().command(line).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      end(process);
      assertThat(out + err()).containsPattern("\\d").doesNotContainPattern("[٠-٩٬٫]");
    }
  }

  @Test
  void anInterruptionIsReportedWhateverTheCommandDoes() throws Exception {
    // Its specification comes from standard input, which says nothing yet. A machine that is busy
    // may take long until the command listens to signals.
    for (int seconds = 2; !err().contains("interrupted") && seconds <= 32; seconds *= 2) {
      Process process = command("validate", "-").start();
      assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).isFalse();
      process.destroy();
      assertThat(end(process)).isEqualTo(128 + 15);
    }
    assertThat(err()).contains("devdata: interrupted before the command was done");
  }

  @Test
  @DatabaseTest
  void anInterruptedLoadSaysSoAndLeavesNothing(TestDatabase database) throws Exception {
    new SpecLab(database, LmsService.lms()).withTables();
    database.run(
        "CREATE TRIGGER slow BEFORE INSERT ON auth_userprofile FOR EACH ROW"
            + " SET NEW.name = IF(SLEEP(300) = 0, NEW.name, 'woken')");
    Files.writeString(folder.resolve("top.yaml"), "- {ida: lms, path: lms.yaml}");
    Files.writeString(folder.resolve("lms.yaml"), "users: [{username: alice}]");
    ProcessBuilder builder = command("load", "top.yaml");
    builder.environment().put("DEVDATA_LMS_URL", database.jdbcUrl());
    builder.environment().put("DEVDATA_LMS_USER", database.user());
    builder.environment().put("DEVDATA_LMS_PASSWORD", database.password());
    Process process = builder.start();

    waitForSleepingInsert(database);
    process.destroy();

    assertThat(end(process)).isEqualTo(128 + 15);
    assertThat(err()).contains("devdata: interrupted; what was not committed yet is rolled back");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  private static void waitForSleepingInsert(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      for (int attempt = 0; attempt < 600; attempt++) {
        // The server waits, so that the test does not have to.
        Sql.value(connection, "SELECT SLEEP(0.1)");
        String sleeping =
            Sql.value(
                connection,
                "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND"
                    + " state = 'User sleep' AND id <> CONNECTION_ID()");
        if (!sleeping.equals("0")) {
          return;
        }
      }
    }
    throw new AssertionError("the load never came to its insert");
  }

  @Test
  void versionNeedsNoDatabaseAndNoFolder() throws Exception {
    Process process = command("--version").start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).startsWith("devdata ");
    }
    assertThat(end(process)).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve(".devdata")).doesNotExist();
  }
}
