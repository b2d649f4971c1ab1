package org.openedx.devdata.service.ecommerce.courses;

import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.finder.ColumnsFinder;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.spec.Kind;

/**
 * Base of all products of a run: the finders that find them again and the columns that specs may
 * name. Not thread-safe.
 */
final class ProductRows {

  /** Finder of parents and enrolment codes: a course has at most one of each. */
  private final ColumnsFinder byClass =
      new ColumnsFinder("course_id", "structure", "product_class_id");

  private final Catalogue catalogue;
  private final SeatFinder seatFinder;
  private final ColumnMapping seatColumns;
  private final ColumnMapping stockColumns;

  ProductRows(ServiceRun run, Kind seats) {
    this.catalogue = new Catalogue(run);
    this.seatFinder = new SeatFinder(run, catalogue);
    this.seatColumns = seatColumns(seats, run.table("catalogue_product"));
    this.stockColumns = stockColumns(seats, run.table("partner_stockrecord"));
  }

  /** Columns of products that fields of seats mean. */
  static ColumnMapping seatColumns(Kind seats, Table products) {
    return ColumnMapping.of(seats, products, Set.of());
  }

  /** Columns of stock records that fields of seats mean: dates are those of products. */
  static ColumnMapping stockColumns(Kind seats, Table stock) {
    return ColumnMapping.of(
        seats, stock, Set.of("partner_sku", "price", "date_created", "date_updated"));
  }

  /** Begins a chunk. */
  void prepare() {
    seatFinder.forget();
  }

  Catalogue catalogue() {
    return catalogue;
  }

  ColumnsFinder byClass() {
    return byClass;
  }

  SeatFinder seatFinder() {
    return seatFinder;
  }

  ColumnMapping seatColumns() {
    return seatColumns;
  }

  ColumnMapping stockColumns() {
    return stockColumns;
  }
}
