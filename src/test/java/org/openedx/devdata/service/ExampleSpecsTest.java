package org.openedx.devdata.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SiteLab;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** The specs that devdata ships. */
@DatabaseTest
class ExampleSpecsTest {

  private static final String SITE = "specs/top.yaml";
  private static final String OEP37 = "specs/oep37/data_spec_top.yaml";

  private TestDatabase lms;
  private TestDatabase shop;
  private SiteLab lab;

  @BeforeEach
  void databases(TestDatabase fresh) throws SQLException {
    lms = fresh;
    shop = fresh.another("shop");
    lab = new SiteLab().with("lms", lms).with("ecommerce", shop);
  }

  private long lms(String fromWhere) throws SQLException {
    return Long.parseLong(lms.value("SELECT COUNT(*) FROM " + fromWhere));
  }

  private long shop(String fromWhere) throws SQLException {
    return Long.parseLong(shop.value("SELECT COUNT(*) FROM " + fromWhere));
  }

  @ParameterizedTest
  @ValueSource(strings = {SITE, OEP37})
  void aSecondLoadChangesNothing(String top) throws SQLException {
    lab.load(Path.of(top));
    Map<String, List<List<String>>> before = lab.dump();

    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400), Path.of(top))).isEmpty();
    assertThat(lab.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {SITE, OEP37})
  void resetBringsTheTablesBackToWhatTheyWere(String top) throws SQLException {
    Map<String, List<List<String>>> before = lab.dump();
    lab.load(Path.of(top));

    lab.reset(Path.of(top));

    assertThat(lab.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {SITE, OEP37})
  void aPlanTellsWhatALoadDoes(String top) throws SQLException {
    Map<String, List<List<String>>> before = lab.dump();
    List<String> planned = lab.plan(Path.of(top));
    assertThat(lab.dump()).isEqualTo(before);

    assertThat(lab.load(Path.of(top))).isEqualTo(planned);
  }

  @Test
  void theProposalsExampleGivesExactlyItsRows() throws SQLException {
    lab.load(Path.of(OEP37));

    assertThat(lms("auth_user")).isEqualTo(3);
    assertThat(lms("auth_userprofile")).isEqualTo(3);
    assertThat(lms("course_overviews_courseoverview")).isEqualTo(1);
    assertThat(lms("student_courseenrollment")).isEqualTo(3);
    assertThat(lms("student_courseenrollment WHERE is_active AND mode = 'verified'")).isEqualTo(3);
    assertThat(lms("verify_student_softwaresecurephotoverification")).isEqualTo(3);
    assertThat(
            lms(
                "verify_student_softwaresecurephotoverification WHERE status = 'approved'"
                    + " AND expiration_date > created_at"))
        .isEqualTo(3);
    assertThat(lms("student_courseenrollment_history")).isEqualTo(3);
    assertThat(lms("student_courseenrollment_history WHERE history_type = '+'")).isEqualTo(3);
  }

  @Test
  void theProposalsExampleGivesAShop() throws SQLException {
    lab.load(Path.of(OEP37));

    assertThat(
            shop.rows(
                "SELECT s.domain, p.short_code, c.lms_url_root, c.payment_processors"
                    + " FROM core_siteconfiguration c JOIN django_site s ON s.id = c.site_id"
                    + " JOIN partner_partner p ON p.id = c.partner_id"))
        .containsExactly(
            List.of(
                "localhost:18130", "edX", "http://edx.devstack.lms:18000", "cybersource,paypal"));
    assertThat(
            shop.rows(
                "SELECT p.title, s.price FROM catalogue_product p"
                    + " LEFT JOIN partner_stockrecord s ON s.product_id = p.id"
                    + " WHERE p.structure = 'child' ORDER BY p.id"))
        .containsExactly(
            List.of("Seat in edX Demonstration Course", "0.00"),
            List.of("Seat in edX Demonstration Course with verified certificate", "149.00"));
    assertThat(
            shop.rows(
                "SELECT p.title, s.price FROM catalogue_product p"
                    + " JOIN partner_stockrecord s ON s.product_id = p.id"
                    + " WHERE p.structure = 'standalone'"))
        .containsExactly(
            List.of("Enrollment code for verified seat in edX Demonstration Course", "149.00"));
    assertThat(shop("waffle_flag WHERE name = 'enable_client_side_checkout' AND everyone"))
        .isEqualTo(1);
  }

  @Test
  void theSiteHasLearnersInEveryState() throws SQLException {
    lab.load(Path.of(SITE));

    assertThat(lms("auth_user WHERE is_superuser")).isEqualTo(1);
    assertThat(lms("auth_user WHERE NOT is_active")).isEqualTo(1);
    assertThat(lms("auth_registration WHERE activation_timestamp IS NULL")).isEqualTo(1);
    assertThat(lms("student_courseenrollment WHERE NOT is_active")).isEqualTo(1);
    assertThat(
            lms.rows("SELECT DISTINCT mode FROM student_courseenrollment ORDER BY mode").stream()
                .flatMap(List::stream))
        .containsExactly("audit", "honor", "professional", "verified");
    assertThat(
            lms
                .rows(
                    "SELECT DISTINCT status FROM verify_student_softwaresecurephotoverification"
                        + " ORDER BY status")
                .stream()
                .flatMap(List::stream))
        .containsExactly("approved", "denied", "submitted");
    assertThat(lms("verify_student_manualverification")).isEqualTo(1);
    assertThat(lms("verify_student_ssoverification")).isEqualTo(1);
    assertThat(
            lms(
                "student_courseenrollment e JOIN student_courseenrollment_history h ON h.id = e.id"
                    + " JOIN auth_user u ON u.id = e.user_id WHERE u.username = 'jane_doe'"))
        .isEqualTo(2);
    assertThat(lms("auth_userprofile WHERE name = '山田花子' AND country = 'JP'")).isEqualTo(1);
  }

  @Test
  void bothSidesOfTheSiteStateTheSameSkusAndPrices() throws SQLException {
    lab.load(Path.of(SITE));

    assertThat(
            shop.rows(
                "SELECT partner_sku, CAST(price AS UNSIGNED) FROM partner_stockrecord s"
                    + " JOIN catalogue_product p ON p.id = s.product_id"
                    + " WHERE p.structure = 'child' AND price > 0 ORDER BY partner_sku"))
        .isEqualTo(
            lms.rows(
                "SELECT sku, min_price FROM course_modes_coursemode WHERE sku IS NOT NULL"
                    + " AND sku <> '' ORDER BY sku"));
    assertThat(
            shop.value(
                "SELECT partner_sku FROM partner_stockrecord s JOIN catalogue_product p"
                    + " ON p.id = s.product_id WHERE p.structure = 'standalone'"))
        .isEqualTo(lms.value("SELECT bulk_sku FROM course_modes_coursemode WHERE bulk_sku > ''"));
  }
}
