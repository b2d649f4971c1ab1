package org.openedx.devdata.service.ecommerce.courses;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.plan.row.RowProblem;

/**
 * Stock records of the products of one course: price and SKU. Price and currency follow the spec; a
 * SKU is written once and never changes.
 */
final class StockRows {

  private final ServiceRun run;
  private final ColumnMapping columns;
  private final Row course;
  private final RowBatch batch;

  StockRows(ServiceRun run, ColumnMapping columns, Row course, RowBatch batch) {
    this.run = run;
    this.columns = columns;
    this.course = course;
    this.batch = batch;
  }

  void seat(Seat seat, Row product) {
    Row row = row(seat, product, seat.mode().slug() + " seat", seat.creditProvider());
    columns.copy(seat.record(), row, run.now());
    sku(
        row,
        seat,
        "sku",
        () ->
            Sku.seat(
                seat.mode().certificateType(),
                courseKey(),
                seat.mode().idVerification(),
                seat.creditProvider(),
                id(product.key()),
                id(row.resolved("partner_id"))));
  }

  void code(Seat seat, Row product) {
    Row row = row(seat, product, "enrollment code", "");
    seat.record().text("price_currency").ifPresent(currency -> row.set("price_currency", currency));
    sku(
        row,
        seat,
        "bulk_sku",
        () ->
            Sku.enrollmentCode(
                courseKey(), seat.mode().certificateType(), id(row.resolved("partner_id"))));
  }

  private Row row(Seat seat, Row product, String name, String provider) {
    Row row = batch.derive(run.table("partner_stockrecord"), seat.record());
    row.labelled(
        provider.isEmpty()
            ? new String[] {seat.courseId(), name}
            : new String[] {seat.courseId(), name, provider});
    row.set("product_id", product);
    row.set("partner_id", course.value("partner_id"));
    Optional<BigDecimal> price = seat.price();
    if (price.isPresent()) {
      row.set("price", price.get());
    } else {
      row.fill("price", seat.mode().defaultPrice());
    }
    return row;
  }

  private void sku(Row row, Seat seat, String field, Supplier<Object> computed) {
    Optional<String> given = seat.record().text(field);
    if (given.isEmpty()) {
      row.fill("partner_sku", new Computed(computed));
    } else if (run.removes()) {
      row.fill("partner_sku", given.get());
    } else {
      row.set("partner_sku", given.get(), (found, wanted) -> unchanged(seat, field, found, wanted));
    }
  }

  private static boolean unchanged(Seat seat, String field, Object found, Object wanted) {
    if (!wanted.equals(found)) {
      throw new RowProblem(
          seat.record().positionOf(field),
          field
              + " '"
              + wanted
              + "' is not the '"
              + found
              + "' that the product has; a SKU never changes once it is written: write that one or"
              + " leave it out");
    }
    return true;
  }

  /** As the database spells it. */
  private String courseKey() {
    return (String) course.key();
  }

  private static long id(Object key) {
    return (Long) key;
  }
}
