package org.openedx.devdata.jdbc.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

class ConnectionsTest {

  private static final String MINE =
      "lms: {url: 'jdbc:mysql://localhost:3306/edxapp', user: me, password: from-file}";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private static final ServiceIdentities SERVICES = ServiceRegistry.standard().identities();

  @BeforeEach
  void targetFile() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), MINE);
  }

  private Map<String, ConnectionSettings> connect(String target, String... services) {
    return connect(target, false, services);
  }

  private Map<String, ConnectionSettings> connect(
      String target, boolean allowRemote, String... services) {
    Target found =
        new Targets(
                new YamlReader(YamlLimits.DEFAULT, environment::get),
                SampleServices.names(),
                folder)
            .find(target, Map.of(), folder);
    return new Connections(found, SERVICES, environment, folder, allowRemote, warnings::add)
        .of(List.of(services));
  }

  private ConnectionSettings lms(String target) {
    return connect(target, "lms").get("lms");
  }

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
  void anAddressOfTheEnvironmentIsNamedAsTheSource() {
    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1/other");

    assertThat(lms("mine.yaml").label())
        .isEqualTo("lms (target DEVDATA_LMS_URL, jdbc:mysql://127.0.0.1/other, user me)");
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
  void anAddressOfTheEnvironmentReplacesTheEmbeddedEngine() {
    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1/other");
    environment.put("DEVDATA_LMS_USER", "me");
    environment.put("DEVDATA_LMS_PASSWORD", "");

    assertThat(connect("embedded", "lms", "ecommerce")).containsOnlyKeys("lms");
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
  void aPropertyThatLeadsElsewhereIsRefusedUnlessAllowed() {
    environment.put(
        "DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1:3306/edxapp?user=x&socksProxyHost=192.0.2.1");

    assertThatThrownBy(() -> lms("mine.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "lms: jdbc:mysql://127.0.0.1:3306/edxapp leads to another machine by its property"
                + " socksProxyHost; --allow-remote if that is meant");
  }

  @Test
  void anAddressOfAnotherFormIsRefusedWithoutItsPassword() {
    environment.put("DEVDATA_LMS_URL", "postgres://me:secret@localhost/edxapp");

    assertThatThrownBy(() -> lms("mine.yaml"))
        .hasMessageContaining("expected jdbc:mysql://HOST:PORT/DATABASE")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAddressMustNameADatabase() {
    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://localhost:3306/");

    assertThatThrownBy(() -> lms("mine.yaml"))
        .hasMessage(
            "DEVDATA_LMS_URL: jdbc:mysql://localhost:3306/ names no database; write"
                + " jdbc:mysql://HOST:PORT/DATABASE");
  }

  @Test
  void whatAnAddressOfTheEnvironmentLacksIsAskedOfTheEnvironment() {
    environment.put("DEVDATA_LMS_URL", "mysql://localhost/edxapp");
    assertThatThrownBy(() -> lms("embedded"))
        .hasMessage(
            "DEVDATA_LMS_URL: 'mysql://localhost/edxapp' is not a database URL; expected"
                + " jdbc:mysql://HOST:PORT/DATABASE");

    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://localhost/edxapp");
    assertThatThrownBy(() -> lms("embedded"))
        .hasMessage("DEVDATA_LMS_URL has no user for lms; set DEVDATA_LMS_USER");
  }

  @Test
  void aServiceThatATargetDoesNotDescribeIsNamedWithTheWayOut() {
    assertThatThrownBy(() -> connect("mine.yaml", "ecommerce"))
        .hasMessage("target mine.yaml has no address for ecommerce; set DEVDATA_ECOMMERCE_URL");
  }

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

  @Test
  void settingsNeverShowTheirPassword() {
    assertThat(lms("mine.yaml").toString()).doesNotContain("from-file");
  }

  @Test
  void credentialsInAnAddressAreTakenOutOfIt() {
    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://a%40b:se+cr%3Aet@localhost:1/edxapp?x=y");

    ConnectionSettings settings = lms("mine.yaml");

    assertThat(settings.url()).isEqualTo("jdbc:mysql://localhost:1/edxapp?x=y");
    assertThat(settings.user()).isEqualTo("a@b");
    assertThat(settings.password()).isEqualTo("se+cr:et");
  }

  @Test
  void credentialsAmongTheOptionsOfAnAddressAreTakenOutOfIt() {
    environment.put(
        "DEVDATA_LMS_URL", "jdbc:mysql://localhost/edxapp?user=you&password=se%26cret&x=y");
    environment.put("DEVDATA_LMS_USER", "me");

    ConnectionSettings settings = lms("mine.yaml");

    assertThat(settings.url()).isEqualTo("jdbc:mysql://localhost/edxapp?x=y");
    assertThat(settings.user()).isEqualTo("me");
    assertThat(settings.password()).isEqualTo("se&cret");
  }
}
