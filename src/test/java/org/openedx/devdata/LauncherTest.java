package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of a distribution: arguments, options of Java, limits, what is missing. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest extends LauncherLab {

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
}
