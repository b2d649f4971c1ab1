package org.openedx.devdata.service.ecommerce.courses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.Inverse;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RecordKind;
import org.openedx.devdata.plan.ServiceRun;
import org.openedx.devdata.service.ecommerce.shop.PartnerKind;
import org.openedx.devdata.service.ecommerce.shop.SiteKind;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code courses}: course runs that are sold, with their products. */
public final class CourseKind implements RecordKind {

  static final String NAME = "courses";

  private final Set<Table> tables;
  private final Kind seats;
  private final Kind kind;
  private final Inverse inverse;

  public CourseKind(TableSet all) {
    Table courses = all.get("courses_course");
    this.tables =
        Set.of(
            courses,
            all.get("catalogue_product"),
            all.get("catalogue_productcategory"),
            all.get("catalogue_productattributevalue"),
            all.get("partner_stockrecord"));
    this.seats = SeatFields.kind(all);
    this.kind =
        new Kind(
                NAME,
                List.of(),
                "Course runs that are sold, with their seats. Without `seats`: a free audit seat, and a"
                    + " verified seat with an enrolment code that can be bought for a year.",
                ColumnFields.after(
                    fields(seats),
                    ColumnFields.of(
                        courses,
                        Map.of("id", "course_id", "site_id", "site", "partner_id", "partner"))),
                List.of("course_id"))
            .withExample(
                """
            courses:
            - course_id: course-v1:OpenedX+DemoX+DemoCourse
              partner: edX
              site: localhost:18130
              price: 49
              seats:
              - mode: audit
              - mode: verified
                expires: today + 30d
                enrollment_code: true
              - mode: credit
                price: 99.50
                credit_provider: example-university
                credit_hours: 3
            """);
    Table stock = all.get("partner_stockrecord");
    this.inverse =
        Inverse.of(kind)
            .from(courses)
            .link("course_id", courses, "id")
            .columns(ProductRows.seatColumns(seats, all.get("catalogue_product")))
            .columns(ProductRows.stockColumns(seats, stock))
            .link(new Inverse.Link(seats, stock, "price", "price", value -> value))
            .later("seats.slug")
            .with(SeatParts.of(all));
  }

  private static List<Field> fields(Kind seats) {
    return List.of(
        Field.of("course_id", new FieldType.CourseKeyText(), "The course run, by its key.")
            .withAliases("course_key")
            .asRequired(),
        Field.of("name", new FieldType.Text(255), "Title; its products are called after it.")
            .withDefault("`<course key> Course`"),
        PartnerKind.partner(),
        SiteKind.site("site").asNullable(),
        Field.of(
                "price",
                SeatFields.PRICE,
                "Price of the seats that are not free and name no price.")
            .withDefault("verified 100, professional 1000, credit 2000"),
        Field.of("seats", new FieldType.Records(seats), "What is sold.")
            .withDefault("audit, and verified with an enrolment code"));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return tables;
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(course -> CourseChecks.check(course, seats, problems));
    SkuChecks.check(spec, problems);
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(inverse);
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new CourseFactory(run, kind, seats);
  }
}
