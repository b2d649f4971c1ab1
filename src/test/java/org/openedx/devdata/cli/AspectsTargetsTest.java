package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Where commands look for the ClickHouse of Aspects. */
class AspectsTargetsTest {

  @TempDir private Path folder;

  private String error(CommandLab lab, String... arguments) {
    CommandLab.Result result = lab.run(arguments);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.INVALID);
    return result.err();
  }

  @Test
  void anotherMachineIsRefused() {
    CommandLab lab = new CommandLab(folder).variable("DEVDATA_ASPECTS_URL", "http://10.1.2.3:8123");

    assertThat(error(lab, "aspects", "init"))
        .contains(
            "aspects: http://10.1.2.3:8123 is not this machine; --allow-remote if that is meant");
  }

  @Test
  void devstackHasNoClickHouse() {
    assertThat(error(new CommandLab(folder), "aspects", "status", "--target", "devstack"))
        .contains("target devstack has no address for aspects; set DEVDATA_ASPECTS_URL");
  }

  @Test
  void tutorsPasswordComesFromTheEnvironment() {
    assertThat(error(new CommandLab(folder), "aspects", "status", "--target", "tutor"))
        .contains(
            "DEVDATA_ASPECTS_PASSWORD=\"$(tutor config printvalue CLICKHOUSE_ADMIN_PASSWORD)\"");
  }

  @Test
  void addressOfAnotherServerIsRefused() {
    CommandLab lab =
        new CommandLab(folder)
            .variable("DEVDATA_ASPECTS_URL", "jdbc:mysql://127.0.0.1:3306/edxapp");

    assertThat(error(lab, "aspects", "status"))
        .contains("is not the address of a ClickHouse server; expected http://HOST:PORT");
  }

  @Test
  void optionsOfTheAddressAreChecked() {
    CommandLab lab =
        new CommandLab(folder).variable("DEVDATA_ASPECTS_URL", "http://127.0.0.1:1?event_sin=x");

    assertThat(error(lab, "aspects", "status"))
        .contains("the address names \"event_sin\"")
        .contains("did you mean \"event_sink\"?");
  }

  @Test
  void targetFilesCanNameIt() {
    CommandLab lab =
        new CommandLab(folder)
            .file(
                "site.yaml",
                "aspects: {url: 'http://127.0.0.1:1', user: ch_admin, password: s3cret}\n");

    CommandLab.Result result = lab.run("aspects", "status", "--target", "site.yaml");

    assertThat(result.err())
        .contains("target site.yaml, http://127.0.0.1:1, user ch_admin")
        .doesNotContain("s3cret");
  }
}
