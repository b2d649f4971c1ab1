package org.openedx.devdata.service.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class SeatsTest {

  private static final String COURSE = "course-v1:edX+DemoX+Demo_Course";

  private TestDatabase database;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, new EcommerceService()).withTables();
  }

  private static String course(String... lines) {
    return """
        partners: [{code: edX}]
        courses:
          - course_id: %s
            name: Demo
            partner: edX
        """
            .formatted(COURSE)
        + String.join("", Arrays.stream(lines).map(line -> "    " + line + "\n").toList());
  }

  @Test
  void everyModeHasItsOwnAttributes() throws SQLException {
    lab.load(
        course(
            "seats:",
            "  - {mode: audit}",
            "  - {mode: honor}",
            "  - {mode: verified}",
            "  - {mode: professional}",
            "  - {mode: no-id-professional}",
            "  - {mode: credit, credit_provider: asu, credit_hours: 3}"));

    assertThat(
            database.rows(
                "SELECT p.title, GROUP_CONCAT(CONCAT(a.code, '=', COALESCE(v.value_text,"
                    + " v.value_boolean, v.value_integer)) ORDER BY a.code SEPARATOR ' '), s.price"
                    + " FROM catalogue_product p"
                    + " JOIN catalogue_productattributevalue v ON v.product_id = p.id"
                    + " JOIN catalogue_productattribute a ON a.id = v.attribute_id"
                    + " LEFT JOIN partner_stockrecord s ON s.product_id = p.id"
                    + " WHERE a.code <> 'course_key'"
                    + " GROUP BY p.id, p.title, s.price ORDER BY p.id"))
        .containsExactly(
            List.of("Seat in Demo", "id_verification_required=0", "0.00"),
            List.of(
                "Seat in Demo with honor certificate",
                "certificate_type=honor id_verification_required=0",
                "0.00"),
            List.of(
                "Seat in Demo with verified certificate",
                "certificate_type=verified id_verification_required=1",
                "100.00"),
            List.of(
                "Seat in Demo with professional certificate",
                "certificate_type=professional id_verification_required=1",
                "1000.00"),
            List.of(
                "Seat in Demo with professional certificate",
                "certificate_type=professional id_verification_required=0",
                "1000.00"),
            List.of(
                "Seat in Demo with credit certificate",
                "certificate_type=credit credit_hours=3 credit_provider=asu"
                    + " id_verification_required=1",
                "2000.00"));
  }

  @Test
  void seatsThatDifferInOneAttributeOnlyAreFoundAgain() {
    String spec =
        course(
            "seats:",
            "  - {mode: professional, price: 10}",
            "  - {mode: no-id-professional, price: 20}",
            "  - {mode: credit, credit_provider: asu, price: 30}",
            "  - {mode: credit, credit_provider: mit, price: 40}");
    lab.load(spec);

    assertThat(lab.load(spec)).isEmpty();
    assertThat(lab.load(spec.replace("20", "21").replace("40", "41")))
        .containsExactlyInAnyOrder(
            "update partner_stockrecord "
                + COURSE
                + ", no-id-professional seat {price: 20.00 ->"
                + " 21.00}",
            "update partner_stockrecord " + COURSE + ", credit seat, mit {price: 40.00 -> 41.00}");
  }

  @Test
  void theWordsOfThePrototypeAreUnderstood() throws SQLException {
    lab.load(course("price: 149", "seats:", "  - type: audit", "  - type: verified"));

    assertThat(database.rows("SELECT price FROM partner_stockrecord ORDER BY id"))
        .containsExactly(List.of("0.00"), List.of("149.00"), List.of("149.00"));
    assertThat(database.rows("SELECT title FROM catalogue_product WHERE structure = 'standalone'"))
        .containsExactly(List.of("Enrollment code for verified seat in Demo"));
  }

  @Test
  void theCodeOfAnotherSeatIsTheOnlyOne() throws SQLException {
    lab.load(
        course(
            "price: 149",
            "seats:",
            "  - {type: verified}",
            "  - {type: professional, enrollment_code: true}"));

    assertThat(database.rows("SELECT title FROM catalogue_product WHERE structure = 'standalone'"))
        .hasSize(1)
        .first()
        .asString()
        .contains("professional");
  }

  @Test
  void aGivenSkuIsWritten() throws SQLException {
    lab.load(
        course(
            "seats: [{mode: verified, sku: SEAT123, enrollment_code: true, bulk_sku: BULK123}]"));

    assertThat(database.rows("SELECT partner_sku FROM partner_stockrecord ORDER BY id"))
        .containsExactly(List.of("SEAT123"), List.of("BULK123"));
  }

  @Test
  void anotherSkuThanTheWrittenOneIsAnError() {
    lab.load(course("seats: [{mode: verified, sku: SEAT123}]"));

    assertThatThrownBy(() -> lab.load(course("seats: [{mode: verified, sku: OTHER}]")))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:6:35: sku 'OTHER' is not the 'SEAT123' that the product has; a SKU never"
                + " changes once it is written: write that one or leave it out");
  }

  @Test
  void resetDoesNotAskForTheSku() throws SQLException {
    lab.load(course("seats: [{mode: verified, sku: SEAT123}]"));

    lab.reset(course("seats: [{mode: verified, sku: OTHER}]"));

    assertThat(database.value("SELECT COUNT(*) FROM catalogue_product")).isEqualTo("0");
  }

  @Test
  void theEndOfTheCodeFollowsThatOfItsSeat() throws SQLException {
    String spec = course("seats: [{mode: verified, enrollment_code: true, expires: 2030-01-01}]");
    lab.load(spec);

    lab.load(spec.replace("2030", "2031"));

    assertThat(
            database.rows(
                "SELECT structure, LEFT(expires, 4) FROM catalogue_product WHERE expires IS NOT NULL"
                    + " ORDER BY id"))
        .containsExactly(List.of("child", "2031"), List.of("standalone", "2031"));
  }

  @Test
  void aCodeThatSomebodyEndedStaysSo() throws SQLException {
    String spec = course("seats: [{mode: verified, enrollment_code: true, expires: 2030-01-01}]");
    lab.load(spec);
    database.run(
        "UPDATE catalogue_product SET expires = '2020-01-01' WHERE structure = 'standalone'");

    assertThat(lab.load(spec)).isEmpty();
    assertThat(lab.load(spec.replace("2030", "2031"))).hasSize(1);
    assertThat(
            database.value("SELECT expires FROM catalogue_product WHERE structure = 'standalone'"))
        .startsWith("2020-01-01");
  }

  @Test
  void columnsOfProductAndStockRecordCanBeSetByName() throws SQLException {
    lab.load(
        course(
            "seats:",
            "  - {mode: verified, is_public: false, title: My seat, currency: EUR, num_in_stock:"
                + " 7}"));

    assertThat(
            database.rows(
                "SELECT p.is_public, p.title, p.slug, s.price_currency, s.num_in_stock"
                    + " FROM catalogue_product p JOIN partner_stockrecord s ON s.product_id = p.id"))
        .containsExactly(List.of("0", "My seat", "my-seat", "EUR", "7"));
  }

  @Test
  void productsOfACourseWithoutNameAreCalledAsTheDatabaseCallsIt() throws SQLException {
    lab.load(course());

    assertThat(lab.load(course().replace("    name: Demo\n", ""))).isEmpty();
  }

  @Test
  void anEmptyListOfSeatsLeavesTheParentOnly() throws SQLException {
    lab.load(course("seats: []"));

    assertThat(database.rows("SELECT structure FROM catalogue_product"))
        .containsExactly(List.of("parent"));
  }
}
