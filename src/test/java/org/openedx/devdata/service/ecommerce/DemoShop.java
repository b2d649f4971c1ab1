package org.openedx.devdata.service.ecommerce;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** The shop of the demo course, and a database for it. */
abstract class DemoShop {

  private static final String SHOP =
      """
      sites: [{domain: "localhost:18130"}]
      partners: [{code: edX, name: Open edX}]
      """;

  /** In the words of the prototype of OEP-37. */
  static final String DEMO =
      SHOP
          + """
          courses:
            - course_key: course-v1:edX+DemoX+Demo_Course
              name: edX Demonstration Course
              price: 149
              partner: edX
              site: localhost:18130
          """;

  TestDatabase database;
  SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, new EcommerceService()).withTables();
  }
}
