package org.openedx.devdata.service.content.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.JavaCommand;

class NameUuidTest {

  private static final int NAMES = 200;

  /**
   * A loop in the digest was miscompiled after some thousand calls: all names had one UUID then. In
   * a JVM of its own, with the optimising compiler, which the JVM of the tests does not have.
   */
  @Test
  void namesKeepTheirUuidsOnceTheCodeIsCompiled() throws Exception {
    List<String> line =
        JavaCommand.of(
            "-XX:TieredStopAtLevel=4",
            "-cp",
            JavaCommand.classPath(),
            NameUuidTest.class.getName());
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.strip()).isEqualTo(NAMES + " distinct, 0 changed");
  }

  public static void main(String[] arguments) {
    List<String> interpreted = new ArrayList<>();
    int changed = 0;
    for (int round = 0; round < 1_000; round++) {
      for (int name = 0; name < NAMES; name++) {
        String uuid = NameUuid.of("log", "lib:Org:one", "log " + name);
        if (round == 0) {
          interpreted.add(uuid);
        }
        changed += uuid.equals(interpreted.get(name)) ? 0 : 1;
      }
    }
    System.out.println(new HashSet<>(interpreted).size() + " distinct, " + changed + " changed");
  }
}
