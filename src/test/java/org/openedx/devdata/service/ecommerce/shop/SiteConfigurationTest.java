package org.openedx.devdata.service.ecommerce.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;

/** Configurations of sites: their OAuth settings, secrets and the checkout that they switch on. */
@DatabaseTest
class SiteConfigurationTest extends ShopTables {

  /** The fields of the prototype of OEP-37, in its words. */
  private static final String CONFIGURATION =
      SITE
          + """
          site_configurations:
            - site: localhost:18130
              partner: edX
              lms_root_url: http://lms:18000
              lms_public_root_url: http://localhost:18000
              sso_client_id: sso-key
              sso_client_secret: sso-secret
              backend_client_id: backend-key
              backend_client_secret: backend-secret
              from_email: staff@example.com
              discovery_api_url: http://discovery:18381/api/v1/
              enable_microfrontend_for_basket_page: 1
              payment_microfrontend_url: http://localhost:1998/payment
              payment_processors: cybersource,paypal
              client_side_payment_processor: cybersource
          """;

  private JsonNode oauth() throws SQLException, JsonProcessingException {
    return new ObjectMapper()
        .readTree(database.value("SELECT oauth_settings FROM core_siteconfiguration"));
  }

  @Test
  void oauthSettingsAreAssembledFromTheFields() throws Exception {
    lab.load(CONFIGURATION);

    assertThat(oauth())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"SOCIAL_AUTH_EDX_OAUTH2_URL_ROOT": "http://lms:18000",
                     "SOCIAL_AUTH_EDX_OAUTH2_LOGOUT_URL": "http://lms:18000/logout",
                     "SOCIAL_AUTH_EDX_OAUTH2_ISSUERS": ["http://lms:18000"],
                     "SOCIAL_AUTH_EDX_OAUTH2_PUBLIC_URL_ROOT": "http://localhost:18000",
                     "SOCIAL_AUTH_EDX_OAUTH2_KEY": "sso-key",
                     "SOCIAL_AUTH_EDX_OAUTH2_SECRET": "sso-secret",
                     "BACKEND_SERVICE_EDX_OAUTH2_KEY": "backend-key",
                     "BACKEND_SERVICE_EDX_OAUTH2_SECRET": "backend-secret"}
                    """));
  }

  @Test
  void oauthSettingsAreComparedAsJsonAndKeepWhatTheSpecDoesNotSay() throws Exception {
    lab.load(CONFIGURATION);
    database.run(
        "UPDATE core_siteconfiguration SET oauth_settings ="
            + " CONCAT('{ \"OF_SOMEBODY_ELSE\": 1,  ', SUBSTRING(oauth_settings, 2))");

    assertThat(lab.load(CONFIGURATION)).isEmpty();
    assertThat(lab.load(CONFIGURATION.replace("sso-key", "other-key"))).hasSize(1);
    assertThat(oauth().get("SOCIAL_AUTH_EDX_OAUTH2_KEY").asText()).isEqualTo("other-key");
    assertThat(oauth().get("OF_SOMEBODY_ELSE").asInt()).isEqualTo(1);
  }

  @Test
  void secretsAreNotShown() {
    lab.load(CONFIGURATION);

    assertThat(lab.load(CONFIGURATION.replace("sso-secret", "other-secret")))
        .containsExactly(
            "update core_siteconfiguration localhost:18130 {oauth_settings: ******** ->"
                + " (changed)}");
  }

  @Test
  void aConfigurationWithoutOauthHasThatOfDevstackAndLeavesItAlone() throws Exception {
    String spec = SITE + "site_configurations: [{site: \"localhost:18130\", partner: edX}]\n";
    lab.load(spec);
    assertThat(oauth().get("SOCIAL_AUTH_EDX_OAUTH2_KEY").asText()).isEqualTo("ecommerce-sso-key");

    database.run("UPDATE core_siteconfiguration SET oauth_settings = '{}'");

    assertThat(lab.load(spec)).isEmpty();
  }

  @Test
  void aSiteConfigurationSwitchesTheCheckoutOn() throws SQLException {
    lab.load(CONFIGURATION);

    assertThat(database.rows("SELECT name, everyone FROM waffle_flag"))
        .containsExactly(List.of("enable_client_side_checkout", "1"));

    lab.reset(CONFIGURATION);

    assertThat(database.rows("SELECT name FROM waffle_flag")).isEmpty();
  }

  @Test
  void aCheckoutFlagThatWasThereIsLeftAlone() throws SQLException {
    lab.load("flags: [{name: enable_client_side_checkout, everyone: true}]");
    lab.load(CONFIGURATION);

    lab.reset(CONFIGURATION);

    assertThat(database.rows("SELECT name FROM waffle_flag"))
        .containsExactly(List.of("enable_client_side_checkout"));
  }
}
