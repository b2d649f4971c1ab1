package org.openedx.devdata.jdbc.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.ConnectionSettings;

/** Addresses of databases in the environment, and what they must and must not hold. */
class ConnectionAddressTest extends TargetLab {

  @Test
  void anAddressOfTheEnvironmentIsNamedAsTheSource() {
    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1/other");

    assertThat(lms("mine.yaml").label())
        .isEqualTo("lms (target DEVDATA_LMS_URL, jdbc:mysql://127.0.0.1/other, user me)");
  }

  @Test
  void anAddressOfTheEnvironmentReplacesTheEmbeddedEngine() {
    environment.put("DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1/other");
    environment.put("DEVDATA_LMS_USER", "me");
    environment.put("DEVDATA_LMS_PASSWORD", "");

    assertThat(connect("embedded", "lms", "ecommerce")).containsOnlyKeys("lms");
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
