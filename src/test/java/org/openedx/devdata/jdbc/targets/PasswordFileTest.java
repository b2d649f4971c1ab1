package org.openedx.devdata.jdbc.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Files that hold a password, and who may read them. */
class PasswordFileTest extends TargetLab {

  @Test
  void aPasswordFileHoldsThePasswordAlone() throws IOException {
    Files.writeString(folder.resolve("pw"), "secret\n");
    close("pw");
    environment.put("DEVDATA_LMS_PASSWORD_FILE", "pw");

    assertThat(lms("mine.yaml").password()).isEqualTo("secret");
    assertThat(warnings).isEmpty();
  }

  private void close(String name) throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aPasswordFileThatEverybodyCanReadIsWarnedOf() throws IOException {
    Files.writeString(folder.resolve("pw"), "secret");
    Files.setPosixFilePermissions(
        folder.resolve("pw"), PosixFilePermissions.fromString("rw-r--r--"));
    environment.put("DEVDATA_LMS_PASSWORD_FILE", "pw");

    lms("mine.yaml");

    assertThat(warnings)
        .containsExactly(
            "%1$s holds a password and every user of this machine can read it; chmod 600 %1$s"
                .formatted(folder.resolve("pw")));
  }

  @Test
  void aPasswordFileOfTwoLinesIsRefused() throws IOException {
    Files.writeString(folder.resolve("pw"), "secret\nmore\n");
    environment.put("DEVDATA_LMS_PASSWORD_FILE", "pw");

    assertThatThrownBy(() -> lms("mine.yaml"))
        .hasMessage(
            "the password file pw (DEVDATA_LMS_PASSWORD_FILE) holds more than one line; it must"
                + " hold the password alone");
  }

  @Test
  void aMissingPasswordFileIsNamed() {
    environment.put("DEVDATA_LMS_PASSWORD_FILE", "nowhere");

    assertThatThrownBy(() -> lms("mine.yaml"))
        .hasMessage(
            "there is no password file nowhere (DEVDATA_LMS_PASSWORD_FILE); check the path");
  }
}
