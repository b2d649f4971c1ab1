package org.openedx.devdata.service.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;

/** Products of the demo course: they are those of devstack. */
@DatabaseTest
class DemoProductsTest extends DemoShop {

  @Test
  void theDemoCourseHasTheProductsOfDevstack() throws SQLException {
    lab.load(DEMO);

    assertThat(
            database.rows(
                "SELECT id, structure, title, slug, parent_id, product_class_id, expires FROM"
                    + " catalogue_product ORDER BY id"))
        .containsExactly(
            row(
                "1",
                "parent",
                "Seat in edX Demonstration Course",
                "seat-in-edx-demonstration-course",
                null,
                "1",
                null),
            row(
                "2",
                "child",
                "Seat in edX Demonstration Course",
                "seat-in-edx-demonstration-course",
                "1",
                null,
                null),
            row(
                "3",
                "child",
                "Seat in edX Demonstration Course with verified certificate",
                "seat-in-edx-demonstration-course-with-verified-certificate",
                "1",
                null,
                "2027-03-29 01:30:00.123456"),
            row(
                "4",
                "standalone",
                "Enrollment code for verified seat in edX Demonstration Course",
                "enrollment-code-for-verified-seat-in-edx-demonstration-course",
                null,
                "3",
                "2027-03-29 01:30:00.123456"));
  }

  @Test
  void theDemoCourseHasTheAttributesOfDevstack() throws SQLException {
    lab.load(DEMO);

    assertThat(
            database.rows(
                "SELECT v.product_id, a.code, v.value_text, v.value_boolean"
                    + " FROM catalogue_productattributevalue v"
                    + " JOIN catalogue_productattribute a ON a.id = v.attribute_id"
                    + " ORDER BY v.product_id, a.code"))
        .containsExactly(
            row("1", "course_key", "course-v1:edX+DemoX+Demo_Course", null),
            row("2", "course_key", "course-v1:edX+DemoX+Demo_Course", null),
            row("2", "id_verification_required", null, "0"),
            row("3", "certificate_type", "verified", null),
            row("3", "course_key", "course-v1:edX+DemoX+Demo_Course", null),
            row("3", "id_verification_required", null, "1"),
            row("4", "course_key", "course-v1:edX+DemoX+Demo_Course", null),
            row("4", "id_verification_required", null, "1"),
            row("4", "seat_type", "verified", null));
  }

  @Test
  void theDemoCourseHasThePricesAndSkusOfDevstack() throws SQLException {
    lab.load(DEMO);

    assertThat(
            database.rows(
                "SELECT product_id, partner_id, partner_sku, price, price_currency FROM"
                    + " partner_stockrecord ORDER BY product_id"))
        .containsExactly(
            row("2", "1", "F150CAD", "0.00", "USD"),
            row("3", "1", "E071086", "149.00", "USD"),
            row("4", "1", "A5B6DBE", "149.00", "USD"));
    assertThat(
            database.rows(
                "SELECT pc.product_id, c.name FROM catalogue_productcategory pc"
                    + " JOIN catalogue_category c ON c.id = pc.category_id"))
        .containsExactly(row("1", "Seats"));
  }

  static List<String> row(String... values) {
    return java.util.Arrays.asList(values);
  }
}
