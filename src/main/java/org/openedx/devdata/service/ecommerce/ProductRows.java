package org.openedx.devdata.service.ecommerce;

import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.ColumnsFinder;

/**
 * What all products of a run are made with: the finders that find them again and the columns that
 * specs may name. Not thread-safe.
 */
final class ProductRows {

  /** Of parents and enrolment codes: a course has at most one of each. */
  private final ColumnsFinder byClass =
      new ColumnsFinder("course_id", "structure", "product_class_id");

  private final Catalogue catalogue;
  private final SeatFinder seatFinder;
  private final ColumnMapping seatColumns;
  private final ColumnMapping stockColumns;

  ProductRows(EcommerceRun run) {
    this.catalogue = new Catalogue(run);
    this.seatFinder = new SeatFinder(run, catalogue);
    this.seatColumns = ColumnMapping.of(run.kinds().seats, run.tables().products, Set.of());
    this.stockColumns =
        ColumnMapping.of(
            run.kinds().seats,
            run.tables().stockRecords,
            Set.of("partner_sku", "price", "date_created", "date_updated"));
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
