package org.openedx.devdata.service.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;

/** Shops that are loaded, changed, loaded again and reset. */
@DatabaseTest
class EcommerceLoadTest extends DemoShop {

  @Test
  void aSecondLoadChangesNothing() throws SQLException {
    lab.load(DEMO);
    List<List<List<String>>> before = dump();

    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400), DEMO)).isEmpty();
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void aPlanWritesNothingAndTellsWhatALoadDoes() throws SQLException {
    List<List<List<String>>> before = dump();

    List<String> planned = lab.plan(DEMO);

    assertThat(dump()).isEqualTo(before);
    assertThat(lab.load(DEMO)).isEqualTo(planned);
  }

  @Test
  void resetBringsTheTablesBackToWhatTheyWere() throws SQLException {
    lab.load(DEMO.replace("DemoX", "OtherX"));
    List<List<List<String>>> before = dump();
    String second =
        DEMO.replace("localhost", "shop.example.com").replace("edX", "acme").replace("- c", "- c");
    lab.load(second);
    assertThat(dump()).isNotEqualTo(before);

    lab.reset(second);

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void nameAndPriceUpdateTheirRowsInPlaceAndLeaveTheSkus() throws SQLException {
    lab.load(DEMO);
    List<List<String>> skus =
        database.rows("SELECT id, product_id, partner_sku FROM partner_stockrecord ORDER BY id");

    List<String> changes =
        lab.load(DEMO.replace("edX Demonstration Course", "Demo").replace("149", "99.50"));

    assertThat(changes)
        .containsExactlyInAnyOrder(
            "update courses_course course-v1:edX+DemoX+Demo_Course {name: edX Demonstration Course"
                + " -> Demo}",
            "update catalogue_product course-v1:edX+DemoX+Demo_Course, parent seat {title: Seat in"
                + " edX Demonstration Course -> Seat in Demo}",
            "update catalogue_product course-v1:edX+DemoX+Demo_Course, audit seat {title: Seat in"
                + " edX Demonstration Course -> Seat in Demo}",
            "update catalogue_product course-v1:edX+DemoX+Demo_Course, verified seat {title: Seat"
                + " in edX Demonstration Course with verified certificate -> Seat in Demo with"
                + " verified certificate}",
            "update catalogue_product course-v1:edX+DemoX+Demo_Course, enrollment code {title:"
                + " Enrollment code for verified seat in edX Demonstration Course -> Enrollment"
                + " code for verified seat in Demo}",
            "update partner_stockrecord course-v1:edX+DemoX+Demo_Course, verified seat {price:"
                + " 149.00 -> 99.50}",
            "update partner_stockrecord course-v1:edX+DemoX+Demo_Course, enrollment code {price:"
                + " 149.00 -> 99.50}");
    assertThat(
            database.rows(
                "SELECT id, product_id, partner_sku FROM partner_stockrecord ORDER BY id"))
        .isEqualTo(skus);
  }

  @Test
  void olderSchemasHaveThePriceUnderItsFormerName() throws SQLException {
    database.run("ALTER TABLE partner_stockrecord CHANGE price price_excl_tax decimal(12,2) NULL");
    lab.load(DEMO);

    assertThat(lab.load(DEMO.replace("149", "99"))).hasSize(2);
    assertThat(
            database.value("SELECT price_excl_tax FROM partner_stockrecord WHERE product_id = 3"))
        .isEqualTo("99.00");
  }

  @Test
  void seatsThatTheServiceMadeItselfAreFoundByTheirAttributes() throws SQLException {
    lab.load(DEMO);
    // As after a change by a person, or from the older rule without the product's id.
    database.run(
        "UPDATE partner_stockrecord SET partner_sku = '8CF08E5' WHERE product_id = 3",
        "UPDATE catalogue_product SET title = 'By hand' WHERE id = 3");

    assertThat(lab.load(DEMO))
        .singleElement()
        .asString()
        .startsWith("update catalogue_product course-v1:edX+DemoX+Demo_Course, verified seat");
    assertThat(database.value("SELECT partner_sku FROM partner_stockrecord WHERE product_id = 3"))
        .isEqualTo("8CF08E5");
  }

  @Test
  void twoSeatsOfOneIdentityAreAnError() throws SQLException {
    lab.load(DEMO);
    database.run("UPDATE catalogue_productattributevalue SET value_boolean = 0");
    database.run("DELETE FROM catalogue_productattributevalue WHERE value_text = 'verified'");

    assertThatThrownBy(() -> lab.load(DEMO))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("2 rows that answer to the course-v1:edX+DemoX+Demo_Course, audit");
  }

  @Test
  void aDatabaseWithoutTheRowsOfItsMigrationsIsAnErrorWithAdvice() throws SQLException {
    database.run("DELETE FROM catalogue_category");

    assertThatThrownBy(() -> lab.load(DEMO))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("catalogue_category has no row at the top named 'Seats'")
        .hasMessageContaining("dev.migrate.ecommerce");
  }

  @Test
  void coursesAreLoadedInChunksAsInOne() throws SQLException {
    String two = DEMO + "  - {course_id: course-v1:edX+DemoX+Other, partner: Open edX}\n";
    lab.inChunksOf(1).load(two);

    assertThat(database.value("SELECT COUNT(*) FROM catalogue_product")).isEqualTo("8");
    assertThat(lab.load(two)).isEmpty();
  }

  private List<List<List<String>>> dump() throws SQLException {
    List<List<List<String>>> tables = new ArrayList<>();
    for (Table table : new EcommerceService().tables().all()) {
      tables.add(
          database.rows(
              "SELECT * FROM " + table + " ORDER BY `" + table.primaryKey().name() + "`"));
    }
    return tables;
  }
}
