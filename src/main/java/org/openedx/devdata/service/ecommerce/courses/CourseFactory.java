package org.openedx.devdata.service.ecommerce.courses;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.ecommerce.shop.Partners;
import org.openedx.devdata.service.ecommerce.shop.SiteKind;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** The course run and its products. */
final class CourseFactory implements RecordFactory {

  private static final long VERIFICATION_YEARS = 2;

  private final ServiceRun run;
  private final Kind seats;
  private final Partners partners;
  private final CourseNames names;
  private final ProductRows products;
  private final ColumnMapping columns;

  CourseFactory(ServiceRun run, Kind kind, Kind seats) {
    this.run = run;
    this.seats = seats;
    this.partners = Partners.of(run);
    this.names = new CourseNames(run);
    this.products = new ProductRows(run, seats);
    this.columns = ColumnMapping.of(kind, run.table("courses_course"), Set.of("id"));
  }

  @Override
  public void prepare(List<SpecRecord> chunk) {
    partners.prepare(chunk);
    names.prepare(chunk);
    products.prepare();
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    Row course = batch.declare(run.table("courses_course"), record);
    // Not compared: the key may stand there in another case, and others refer to it.
    course.fill("id", record.requiredText("course_id"));
    columns.copy(record, course, run.now());
    String name = names.of(record);
    course.fill("name", name);
    course.set("partner_id", partners.of(record));
    if (record.has("site")) {
      course.set(
          "site_id", record.text("site").map(domain -> SiteKind.of(run, domain)).orElse(null));
    }
    List<Seat> sold = Seat.allOf(record, seats);
    if (sold.stream().anyMatch(seat -> seat.mode().idVerification())) {
      course.fill("verification_deadline", run.nowUtc().plusYears(VERIFICATION_YEARS));
    }
    new CourseProducts(run, products, record, course, name, batch).add(sold);
  }
}
