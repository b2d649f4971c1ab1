package org.openedx.devdata.service.ecommerce.courses;

import java.time.LocalDateTime;
import java.util.List;
import org.openedx.devdata.factory.Slug;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Comparison;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * The products of one course, as the service's {@code Course.save()} and {@code
 * create_or_update_seat()} make them: a parent, a child for each seat, an enrolment code. Used for
 * one course.
 */
final class CourseProducts {

  private final ServiceRun run;
  private final ProductRows parts;
  private final SpecRecord record;
  private final Row course;
  private final String name;
  private final RowBatch batch;

  CourseProducts(
      ServiceRun run,
      ProductRows parts,
      SpecRecord record,
      Row course,
      String name,
      RowBatch batch) {
    this.run = run;
    this.parts = parts;
    this.record = record;
    this.course = course;
    this.name = name;
    this.batch = batch;
  }

  void add(List<Seat> seats) {
    Row parent = parent();
    for (Seat seat : seats) {
      Row child = child(seat, parent);
      new StockRows(run, parts.stockColumns(), course, batch).seat(seat, child);
      if (seat.hasEnrollmentCode()) {
        Row code = code(seat, child);
        new StockRows(run, parts.stockColumns(), course, batch).code(seat, code);
      }
    }
  }

  private String courseId() {
    return record.requiredText("course_id");
  }

  private Row parent() {
    Row row = batch.derive(run.table("catalogue_product"), record);
    row.labelled(courseId(), "parent seat");
    row.foundBy(parts.byClass());
    row.set("structure", "parent");
    row.set("product_class_id", parts.catalogue().productClass(Catalogue.SEAT));
    row.set("course_id", course);
    title(row, "Seat in " + name);
    batch
        .derive(run.table("catalogue_productcategory"), record)
        .labelled(courseId(), "category Seats")
        .set("product_id", row)
        .set("category_id", parts.catalogue().seatsCategory());
    attributes(row, Catalogue.SEAT, record, courseId(), "parent seat")
        .text("course_key", courseId());
    return row;
  }

  private Row child(Seat seat, Row parent) {
    Row row =
        seat.isListed()
            ? batch.declare(run.table("catalogue_product"), seat.record())
            : batch.derive(run.table("catalogue_product"), record);
    row.labelled(label(seat));
    parts.seatFinder().seek(row, seat.identity());
    parts.seatColumns().copy(seat.record(), row, run.now());
    row.set("structure", "child");
    row.set("parent_id", parent);
    row.set("product_class_id", null);
    row.set("course_id", course);
    title(row, seat.title(name));
    AttributeRows attributes =
        attributes(row, Catalogue.SEAT, seat.record(), label(seat))
            .text("course_key", courseId())
            .text("certificate_type", seat.mode().certificateType())
            .bool("id_verification_required", seat.mode().idVerification());
    if (seat.mode() == SeatMode.CREDIT) {
      attributes.text("credit_provider", seat.creditProvider());
      attributes.whole("credit_hours", seat.creditHours(), seat.record().has("credit_hours"));
    }
    return row;
  }

  private Row code(Seat seat, Row child) {
    Row row = batch.derive(run.table("catalogue_product"), seat.record());
    row.labelled(courseId(), "enrollment code").after(child);
    row.foundBy(parts.byClass());
    row.set("structure", "standalone");
    row.set("product_class_id", parts.catalogue().productClass(Catalogue.ENROLLMENT_CODE));
    row.set("course_id", course);
    title(row, seat.codeTitle(name));
    expires(row, seat);
    attributes(row, Catalogue.ENROLLMENT_CODE, seat.record(), courseId(), "enrollment code")
        .text("course_key", courseId())
        .text("seat_type", seat.mode().certificateType())
        .bool("id_verification_required", seat.mode().idVerification());
    return row;
  }

  /** The code's end follows the seat's, unless the code has ended before. */
  private void expires(Row code, Seat seat) {
    Object wanted = seat.record().raw("expires");
    if (wanted == null) {
      return;
    }
    LocalDateTime now = run.nowUtc();
    if (wanted instanceof TimeExpression time) {
      LocalDateTime end = ColumnValues.utc(time.at(run.now()));
      if (time.relative()) {
        code.fill("expires", end);
      } else {
        code.set("expires", end, unlessEnded(now));
      }
    } else {
      code.set("expires", null, unlessEnded(now));
    }
  }

  private static Comparison unlessEnded(LocalDateTime now) {
    return (found, wanted) ->
        ColumnValues.same(found, wanted) || found instanceof LocalDateTime end && end.isBefore(now);
  }

  private static void title(Row row, String title) {
    if (row.value("title") == null) {
      row.set("title", title);
    }
    row.fill("slug", Slug.of((String) row.value("title")));
  }

  private static String[] label(Seat seat) {
    String name = seat.mode().slug() + " seat";
    return seat.creditProvider().isEmpty()
        ? new String[] {seat.courseId(), name}
        : new String[] {seat.courseId(), name, seat.creditProvider()};
  }

  private AttributeRows attributes(
      Row product, String productClass, SpecRecord owner, String... label) {
    return new AttributeRows(run, parts.catalogue(), batch, product, productClass, owner, label);
  }
}
