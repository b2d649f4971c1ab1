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
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of the test, with a Java that only shows its arguments. */
abstract class LauncherLab {

  @TempDir Path folder;

  Path home;
  Path launcher;
  final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("with a blank/devdata"));
    launcher = Files.createDirectory(home.resolve("bin")).resolve("devdata");
    Files.copy(Path.of("src/main/distribution/bin/devdata"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createFile(Files.createDirectory(home.resolve("lib")).resolve("devdata-1.2.jar"));
    environment.put("JAVA_HOME", java("jdk", "21.0.4").toString());
  }

  /** A folder that looks like a JDK. */
  Path java(String name, String version) throws IOException {
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

  Result run(String... arguments) throws IOException, InterruptedException {
    return runProgram(launcher, arguments);
  }

  Result runProgram(Path program, String... arguments) throws IOException, InterruptedException {
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

  record Result(int code, String output) {
    List<String> lines() {
      return List.of(output.split("\n", -1));
    }
  }
}
