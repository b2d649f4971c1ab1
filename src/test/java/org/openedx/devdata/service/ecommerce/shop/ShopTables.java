package org.openedx.devdata.service.ecommerce.shop;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** A database with the tables of the shop, and a site with its partner. */
abstract class ShopTables {

  static final String SITE =
      """
      sites: [{domain: "localhost:18130"}]
      partners: [{code: edX, name: Open edX}]
      """;

  TestDatabase database;
  SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, new EcommerceService()).withTables();
  }
}
