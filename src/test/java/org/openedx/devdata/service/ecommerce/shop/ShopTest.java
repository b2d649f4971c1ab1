package org.openedx.devdata.service.ecommerce.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Partners, sites and users of a shop, and who names them. */
@DatabaseTest
class ShopTest extends ShopTables {

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
