package org.openedx.devdata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.conf.PropertyDefinition;
import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.StringPropertyDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where a URL leads: not only to its host. */
class MySqlUrlTest {

  private static final String LOCAL = "jdbc:mysql://127.0.0.1:3306/edxapp";

  /** Properties by which a connection or its credentials go elsewhere. */
  private static final Set<String> REDIRECTING =
      Set.of(
          "socksProxyHost", "dnsSrv", "socketFactory", "propertiesTransform", "ldapServerHostname");

  /** Properties of sockets, hosts and users that lead nowhere else; a new one has to be judged. */
  private static final Set<String> HARMLESS =
      Set.of(
          "authenticationOpenidConnectCallbackHandler",
          "authenticationPlugins",
          "authenticationWebAuthnCallbackHandler",
          "defaultAuthenticationPlugin",
          "disabledAuthenticationPlugins",
          "ociConfigFile",
          "ociConfigProfile",
          "password",
          "password1",
          "password2",
          "password3",
          "user",
          "authenticationFidoCallbackHandler",
          "clientInfoProvider",
          "connectionAttributes",
          "connectionLifecycleInterceptors",
          "databaseTerm",
          "passwordCharacterEncoding",
          "useConfigs",
          "ha.loadBalanceStrategy",
          "loadBalanceAutoCommitStatementRegex",
          "loadBalanceConnectionGroup",
          "loadBalanceExceptionChecker",
          "loadBalanceSQLExceptionSubclassFailover",
          "loadBalanceSQLStateFailover",
          "replicationConnectionGroup",
          "resourceId",
          "serverAffinityOrder",
          "localSocketAddress",
          // Of no use without the host of a proxy.
          "socksProxyPort",
          "socksProxyRemoteDns");

  /** Those of the driver that could lead elsewhere: texts, and all that networking has. */
  private static Set<String> suspects() {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<PropertyKey, PropertyDefinition<?>> one :
        PropertyDefinitions.PROPERTY_KEY_TO_PROPERTY_DEFINITION.entrySet()) {
      String category = one.getValue().getCategory();
      boolean text = one.getValue() instanceof StringPropertyDefinition;
      boolean near =
          Set.of("Networking", "Connection", "Authentication", "High Availability and Clustering")
              .contains(category);
      String name = one.getKey().getKeyName();
      if (near && (text || name.toLowerCase(Locale.ROOT).matches(".*(proxy|dns|host|srv)$"))) {
        names.add(name);
      }
    }
    return names;
  }

  @Test
  void everyPropertyOfTheDriverIsJudged() {
    assertThat(suspects()).containsAll(REDIRECTING);
    assertThat(suspects())
        .allMatch(name -> REDIRECTING.contains(name) || HARMLESS.contains(name), "is judged");
  }

  @Test
  void aPropertyThatLeadsElsewhereMakesAUrlRemoteInWhateverSpelling() {
    for (String name : REDIRECTING) {
      String encoded = "%" + Integer.toHexString(name.charAt(0)) + name.substring(1);
      for (String spelling : new String[] {name, name.toUpperCase(Locale.ROOT), encoded}) {
        assertThat(MySqlUrl.isLocal(LOCAL + "?" + spelling + "=true")).as(spelling).isFalse();
        assertThat(MySqlUrl.isLocal(LOCAL + "?a=b&" + spelling + "=true&c=d"))
            .as(spelling)
            .isFalse();
      }
      assertThat(MySqlUrl.isLocal(LOCAL + "?" + name + "=false")).as(name).isTrue();
    }
  }

  @Test
  void otherPropertiesDoNot() {
    for (String name : HARMLESS) {
      assertThat(MySqlUrl.isLocal(LOCAL + "?" + name + "=true")).as(name).isTrue();
    }
    assertThat(MySqlUrl.isLocal(LOCAL)).isTrue();
    assertThat(MySqlUrl.isLocal("jdbc:mysql://192.0.2.1/edxapp")).isFalse();
  }
}
