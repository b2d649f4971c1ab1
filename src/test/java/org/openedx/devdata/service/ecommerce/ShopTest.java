package org.openedx.devdata.service.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class ShopTest {

  private static final String SITE =
      """
      sites: [{domain: "localhost:18130"}]
      partners: [{code: edX, name: Open edX}]
      """;

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

  private TestDatabase database;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, new EcommerceService()).withTables();
  }

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

  @Test
  void partnersAreNamedByCodeShortCodeOrName() throws SQLException {
    String partners = "partners: [{code: open-edx-partner, short_code: oedx, name: Open edX}]\n";
    String course = "courses: [{course_id: course-v1:a+b+c, seats: [], partner: %s}]\n";
    lab.load(partners);

    for (String name : List.of("open-edx-partner", "oedx", "Open edX")) {
      lab.load(course.formatted(name));
      assertThat(lab.load(partners + course.formatted(name))).isEmpty();
    }
    assertThat(database.value("SELECT partner_id FROM courses_course")).isEqualTo("1");
  }

  @Test
  void aPlanKnowsThePartnersOfEarlierEntries() {
    String partners = "partners: [{code: open-edx-partner, short_code: oedx, name: Open edX}]\n";

    for (String name : List.of("open-edx-partner", "oedx", "Open edX")) {
      assertThat(
              lab.planInTurn(
                  partners,
                  "courses: [{course_id: course-v1:a+b+c, seats: [], partner: %s}]"
                      .formatted(name)))
          .anyMatch(line -> line.contains("courses_course") && line.contains("course-v1:a+b+c"))
          .filteredOn(line -> line.contains("partner_partner"))
          .hasSize(1);
    }
  }

  @Test
  void aNameOfTwoPartnersNamesNone() {
    lab.load("partners: [{code: one, name: Twin}, {code: two, name: Twin}]");

    assertThatThrownBy(() -> lab.load("courses: [{course_id: course-v1:a+b+c, partner: Twin}]"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(
            "partner 'Twin' is the name of 2 rows of partner_partner; name it by its code");
  }

  @Test
  void whatNobodyDeclaresIsNamedInOneRun() {
    assertThatThrownBy(
            () ->
                lab.load(
                    SITE
                        + """
                        site_configurations: [{site: "localhost:1813", partner: edx}]
                        courses: [{course_id: course-v1:a+b+c, partner: edY}]
                        """))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("spec.yaml:3:30: site 'localhost:1813' is neither in the specs nor")
        .hasMessageContaining("spec.yaml:4:49: partner 'edY' is neither in the specs nor");
  }

  @Test
  void aPartnerHasItsSite() throws SQLException {
    String spec = "sites: [{domain: a.example}]\npartners: [{code: a, site: a.example}]\n";
    lab.load(spec);

    assertThat(database.value("SELECT default_site_id FROM partner_partner")).isEqualTo("1");
    assertThat(lab.load(spec)).isEmpty();
  }

  @Test
  void usersSignOnThroughTheLmsUnlessTheyHaveAPassword() throws SQLException {
    String spec =
        """
        users:
          - {username: jane_doe, lms_user_id: 7}
          - {username: shopkeeper, email: keeper@example.com, password: secret, is_staff: true}
        """;
    lab.load(spec);

    assertThat(
            database.rows(
                "SELECT email, full_name, lms_user_id, is_staff, LEFT(password, 1)"
                    + " FROM ecommerce_user WHERE username = 'jane_doe'"))
        .containsExactly(List.of("jane_doe@example.com", "Jane Doe", "7", "0", "!"));
    assertThat(database.value("SELECT password FROM ecommerce_user WHERE is_staff"))
        .startsWith("pbkdf2_sha256$");
    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(3_600), spec)).isEmpty();
  }

  @Test
  void aMissingDatabaseIsAnOrdinaryError() {
    TestDatabase missing =
        new TestDatabase(
            database.jdbcUrl().replace(database.name(), database.name() + "_missing"),
            database.user(),
            database.password(),
            database.name() + "_missing",
            database.flavour(),
            database.version(),
            database.scratch());

    assertThatThrownBy(() -> new SpecLab(missing, new EcommerceService()).load(SITE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Unknown database")
        .hasMessageContaining("create and migrate its database");
  }
}
