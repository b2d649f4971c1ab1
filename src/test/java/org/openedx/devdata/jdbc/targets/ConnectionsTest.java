package org.openedx.devdata.jdbc.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.ConnectionSettings;

/**
 * Presets, target files and variables of the environment, which name the connections of services.
 */
class ConnectionsTest extends TargetLab {

  @Test
  void devstackNeedsNothingMore() {
    assertThat(connect("devstack", "lms", "ecommerce").values())
        .extracting(ConnectionSettings::url, ConnectionSettings::user, ConnectionSettings::password)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "jdbc:mysql://localhost:3406/edxapp", "edxapp001", "password"),
            org.assertj.core.groups.Tuple.tuple(
                "jdbc:mysql://localhost:3406/ecommerce", "ecomm001", "password"));
  }

  private Map<String, String> historyOf(String target, String ida) {
    return connect(target, ida).get(ida).aliases();
  }

  @Test
  void devstackKeepsTheExtendedHistoryInItsSecondDatabase() {
    Map<String, String> csmh = Map.of("student_module_history", "edxapp_csmh");

    assertThat(historyOf("devstack", "lms")).isEqualTo(csmh);
    assertThat(historyOf("devstack", "cms")).isEqualTo(csmh);
    assertThat(historyOf("devstack", "ecommerce")).isEmpty();
  }

  @Test
  void theDatabaseOfTheHistoryComesFromTheTargetOrTheEnvironment() throws IOException {
    assertThat(historyOf("mine.yaml", "lms")).isEmpty();
    Files.writeString(folder.resolve("mine.yaml"), MINE.replace("}", ", history_database: more}"));

    assertThat(historyOf("mine.yaml", "lms")).containsValue("more");
    assertThat(historyOf("mine.yaml", "cms")).containsValue("more");
    environment.put("DEVDATA_LMS_HISTORY_DATABASE", "other");
    assertThat(historyOf("mine.yaml", "cms")).containsValue("other");
    environment.put("DEVDATA_LMS_HISTORY_DATABASE", "");
    assertThat(historyOf("mine.yaml", "lms")).isEmpty();
  }

  @Test
  void tutorWithoutPasswordsGivesTheLineToType() {
    assertThatThrownBy(() -> connect("tutor", "lms", "cms", "ecommerce"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            target tutor has no password for lms; export \
            DEVDATA_LMS_PASSWORD="$(tutor config printvalue OPENEDX_MYSQL_PASSWORD)"
            target tutor has no password for cms; export \
            DEVDATA_LMS_PASSWORD="$(tutor config printvalue OPENEDX_MYSQL_PASSWORD)"
            target tutor has no password for ecommerce; export \
            DEVDATA_ECOMMERCE_PASSWORD="$(tutor config printvalue ECOMMERCE_MYSQL_PASSWORD)\"\
            """);
  }

  @Test
  void thePasswordOfTheLmsIsGoodForStudio() {
    environment.put("DEVDATA_LMS_PASSWORD", "secret");

    assertThat(connect("tutor", "cms").get("cms").password()).isEqualTo("secret");
  }

  @Test
  void theHostOfAPresetNeedsNoPermission() {
    environment.put("DEVDATA_LMS_PASSWORD", "secret");

    assertThat(lms("tutor-network").url()).isEqualTo("jdbc:mysql://mysql:3306/openedx");
  }

  @Test
  void theEnvironmentWinsPartByPart() {
    environment.put("DEVDATA_LMS_USER", "somebody");

    ConnectionSettings settings = lms("mine.yaml");

    assertThat(settings.user()).isEqualTo("somebody");
    assertThat(settings.password()).isEqualTo("from-file");
    assertThat(settings.target()).isEqualTo("mine.yaml");
  }

  @Test
  void studioUsesTheLmsOfATargetFile() {
    assertThat(connect("mine.yaml", "cms").get("cms").url())
        .isEqualTo("jdbc:mysql://localhost:3306/edxapp");
  }

  @Test
  void theEmbeddedEngineIgnoresUsersAndPasswordsOfTheEnvironment() {
    environment.put("DEVDATA_LMS_PASSWORD", "of tutor");

    assertThat(connect("embedded", "lms")).isEmpty();
  }

  @Test
  void aRemoteHostIsRefusedUnlessAllowed() {
    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://192.0.2.1:3306/edxapp?user=x&password=secret");

    assertThatThrownBy(() -> lms("mine.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "lms: jdbc:mysql://192.0.2.1:3306/edxapp is not this machine; --allow-remote if that"
                + " is meant");
    assertThat(connect("mine.yaml", true, "lms")).containsKey("lms");
  }

  @Test
  void aServiceThatATargetDoesNotDescribeIsNamedWithTheWayOut() {
    assertThatThrownBy(() -> connect("mine.yaml", "ecommerce"))
        .hasMessage("target mine.yaml has no address for ecommerce; set DEVDATA_ECOMMERCE_URL");
  }

  @Test
  void settingsNeverShowTheirPassword() {
    assertThat(lms("mine.yaml").toString()).doesNotContain("from-file");
  }
}
