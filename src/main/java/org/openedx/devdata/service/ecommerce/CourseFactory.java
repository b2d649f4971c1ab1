package org.openedx.devdata.service.ecommerce;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Reference;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code courses}: the course run and its products. */
final class CourseFactory implements RecordFactory {

  private static final long VERIFICATION_YEARS = 2;

  private final EcommerceRun run;
  private final Partners partners;
  private final CourseNames names;
  private final ProductRows products;
  private final ColumnMapping columns;

  CourseFactory(EcommerceRun run, Partners partners) {
    this.run = run;
    this.partners = partners;
    this.names = new CourseNames(run);
    this.products = new ProductRows(run);
    this.columns = ColumnMapping.of(run.kinds().courses, run.tables().courses, Set.of("id"));
  }

  @Override
  public void prepare(List<SpecRecord> chunk) {
    partners.prepare(chunk);
    names.prepare(chunk);
    products.prepare();
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    Row course = batch.declare(run.tables().courses, record);
    // Not compared: the key may stand there in another case, and others refer to it.
    course.fill("id", record.requiredText("course_id"));
    columns.copy(record, course, run.now());
    String name = names.of(record);
    course.fill("name", name);
    course.set("partner_id", partners.of(record));
    if (record.has("site")) {
      course.set(
          "site_id",
          record.text("site").map(domain -> Reference.to(run.tables().sites, domain)).orElse(null));
    }
    List<Seat> seats = Seat.allOf(record, run.kinds().seats);
    if (seats.stream().anyMatch(seat -> seat.mode().idVerification())) {
      course.fill("verification_deadline", run.nowUtc().plusYears(VERIFICATION_YEARS));
    }
    new CourseProducts(run, products, record, course, name, batch).add(seats);
  }
}
