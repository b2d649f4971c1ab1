package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script that starts devdata, with stand-ins for Java that print their arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir Path folder;

  private Path home;
  private Path launcher;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("with a blank/devdata"));
    launcher = Files.createDirectory(home.resolve("bin")).resolve("devdata");
    Files.copy(Path.of("src/main/distribution/bin/devdata"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createFile(Files.createDirectory(home.resolve("lib")).resolve("devdata-1.2.jar"));
    environment.put("JAVA_HOME", java("jdk", "21.0.4").toString());
  }

  @Test
  void passesArgumentsOnAsTheyAre() throws Exception {
    List<String> lines = run("load", "a b", "", "it's", "$HOME", "*").lines();

    assertThat(lines).containsSubsequence("-jar", jar(), "load", "a b", "", "it's", "$HOME", "*");
  }

  @Test
  void endsWithTheExitCodeOfTheTool() throws Exception {
    assertThat(run("exit-with-4").code()).isEqualTo(4);
  }

  @Test
  void takesTheJavaOfJavaHome() throws Exception {
    assertThat(run("load").lines()).startsWith(folder.resolve("jdk/bin/java").toString());
  }

  @Test
  void refusesAJavaHomeThatIsTooOld() throws Exception {
    environment.put("JAVA_HOME", java("old", "11.0.2").toString());

    Result result = run("load");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output())
        .isEqualTo(
            "devdata: JAVA_HOME is %s, a Java 11.0.2: set it to a JDK of version 17 or later, or unset it%n",
            folder.resolve("old"));
  }

  @Test
  void understandsTheVersionsOfOldJavas() throws Exception {
    environment.put("JAVA_HOME", java("old", "1.8.0_412").toString());

    assertThat(run("load").output()).contains("a Java 1.8.0_412: set it to");
  }

  @Test
  void refusesAJavaHomeWithoutJava() throws Exception {
    environment.put("JAVA_HOME", folder.resolve("nowhere").toString());

    Result result = run("load");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output()).contains("nowhere, which has no bin/java: set it to");
  }

  @Test
  void asksAJavaThatHasNoReleaseFile() throws Exception {
    Path java = java("bare", "17.0.1");
    Files.delete(java.resolve("release"));
    environment.put("JAVA_HOME", java.toString());

    assertThat(run("load").lines()).startsWith(java.resolve("bin/java").toString());
  }

  @Test
  void takesTheJavaInThePathWithoutJavaHome() throws Exception {
    environment.remove("JAVA_HOME");
    Path java = java("in path", "25");
    Path bin = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(bin.resolve("java"), java.resolve("bin/java"));
    environment.put("PATH", bin + ":/usr/bin:/bin");

    assertThat(run("load").lines()).startsWith(java.resolve("bin/java").toString());
  }

  @Test
  void findsItselfThroughLinks() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(
        bin.resolve("devdata"), Path.of("../with a blank/devdata/bin/devdata"));
    Files.createSymbolicLink(bin.resolve("dd"), Path.of("devdata"));

    assertThat(runProgram(bin.resolve("dd"), "load").lines()).containsSubsequence("-jar", jar());
  }

  @Test
  void startsShortCommandsWithTheQuickCompilerOnly() throws Exception {
    assertThat(run("--help").lines()).contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    assertThat(run("load").lines()).doesNotContain("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  @Test
  void leavesTheSecondCompilerToLongRuns() throws Exception {
    assertThat(run("load").lines()).contains("-XX:Tier4InvocationThreshold=50000");
    assertThat(run("load-db").lines()).noneMatch(option -> option.contains("Tier"));
  }

  @Test
  void addsTheOptionsOfTheEnvironment() throws Exception {
    environment.put("DEVDATA_OPTS", "-Xmx2g -Dx=y");

    assertThat(run("load").lines()).containsSubsequence("-Xmx2g", "-Dx=y", "-jar");
  }

  @Test
  void leavesTheCollectorToTheEnvironment() throws Exception {
    environment.put("DEVDATA_OPTS", "-XX:+UseZGC");

    assertThat(run("load").lines())
        .contains("-XX:+UseZGC")
        .doesNotContain("-XX:+UseParallelGC", "-XX:+UseSerialGC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void leavesTheCollectorToJavasOwnVariables(String variable) throws Exception {
    environment.put(variable, "-Dx=y -XX:+UseG1GC");

    assertThat(run("load").lines())
        .doesNotContain("-XX:+UseParallelGC", "-XX:+UseSerialGC")
        .contains("-jar");
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL,C,LC_ALL=C.UTF-8 LC_CTYPE=",
    "LC_ALL,POSIX,LC_ALL=C.UTF-8 LC_CTYPE=",
    "LANG,C,LC_ALL= LC_CTYPE=C.UTF-8",
    "LC_CTYPE,POSIX,LC_ALL= LC_CTYPE=C.UTF-8",
    "X,y,LC_ALL= LC_CTYPE=C.UTF-8",
    "LC_ALL,de_DE.UTF-8,LC_ALL=de_DE.UTF-8 LC_CTYPE=",
    "LANG,tr_TR.UTF-8,LC_ALL= LC_CTYPE="
  })
  void namesFilesInUtf8WhereTheLocaleSaysNothing(String name, String value, String seen)
      throws Exception {
    environment.put(name, value);

    assertThat(run("show-locale").lines()).contains(seen);
  }

  @Test
  void usesTheTemporaryFolderOfTheEnvironment() throws Exception {
    assertThat(run("load").output()).doesNotContain("java.io.tmpdir");
    environment.put("TMPDIR", "/var/a b");
    assertThat(run("load").lines()).contains("-Djava.io.tmpdir=/var/a b");
  }

  @Test
  void raisesALimitOfFilesThatIsTooLowOrSaysSo() throws Exception {
    Result raised =
        runProgram(
            Path.of("/bin/sh"),
            "-c",
            "ulimit -S -n 64; exec \"$0\" show-limit",
            launcher.toString());
    assertThat(raised.lines()).contains("files=256");
    Result refused =
        runProgram(Path.of("/bin/sh"), "-c", "ulimit -n 64; exec \"$0\" load", launcher.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("may open 64 files at once and needs 256");
  }

  @Test
  void standardOutputThatIsClosedTakesNothing() throws Exception {
    Result closed =
        runProgram(Path.of("/bin/sh"), "-c", "\"$0\" write-results 2>&1 >&-", launcher.toString());
    assertThat(closed.output()).contains("not written");
  }

  @Test
  void usesTheClassArchiveOfThisJavaOnly() throws Exception {
    Files.createFile(home.resolve("lib/devdata-17.0.9.jsa"));
    assertThat(run("load").output()).doesNotContain("SharedArchiveFile");

    Path fitting = Files.createFile(home.resolve("lib/devdata-21.0.4.jsa"));
    assertThat(run("load").lines()).contains("-XX:SharedArchiveFile=" + fitting);
  }

  @Test
  void saysWhenItIsNotAllThere() throws Exception {
    Files.delete(home.resolve("lib/devdata-1.2.jar"));

    Result result = run("load");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output()).contains("the installation is incomplete");
  }

  private String jar() {
    return home.resolve("lib/devdata-1.2.jar").toString();
  }

  /** A folder that looks like a JDK. */
  private Path java(String name, String version) throws IOException {
    Path java = folder.resolve(name);
    Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
    Files.writeString(
        java.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2026-01-20' >&2
          exit 0
        fi
        printf '%%s\\n' "$0" "$@"
        for last; do :; done
        case $last in
          exit-with-*) exit "${last#exit-with-}" ;;
          show-locale) echo "LC_ALL=${LC_ALL:-} LC_CTYPE=${LC_CTYPE:-}" ;;
          show-limit) echo "files=$(ulimit -n)" ;;
          write-results) echo "$last" 2>/dev/null || echo "not written" >&2 ;;
        esac
        """
            .formatted(version));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return java;
  }

  private Result run(String... arguments) throws IOException, InterruptedException {
    return runProgram(launcher, arguments);
  }

  private Result runProgram(Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    List.of("JAVA_HOME", "DEVDATA_OPTS", "TMPDIR", "LC_ALL", "LC_CTYPE", "LANG")
        .forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int code, String output) {
    List<String> lines() {
      return List.of(output.split("\n", -1));
    }
  }
}
