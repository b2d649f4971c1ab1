package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The Java that the launcher takes, of the environment or the path, or refuses. */
@DisabledOnOs(OS.WINDOWS)
class LauncherJavaTest extends LauncherLab {

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
}
