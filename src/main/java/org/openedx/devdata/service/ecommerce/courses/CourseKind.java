package org.openedx.devdata.service.ecommerce.courses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.ecommerce.shop.PartnerKind;
import org.openedx.devdata.service.ecommerce.shop.SiteKind;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code courses}: course runs that are sold, with their products. */
public final class CourseKind extends DescribedKind {

  static final String NAME = "courses";

  private static final String TABLE = "courses_course";

  private static final String EXAMPLE =
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
      """;

  private final Kind seats;
  private final SeatParts seatParts;

  public CourseKind(TableSet all) {
    this(all, SeatFields.kind(all));
  }

  private CourseKind(TableSet all, Kind seats) {
    super(
        new Kind(
                NAME,
                List.of(),
                "Course runs that are sold, with their seats. Without `seats`: a free audit seat, and a"
                    + " verified seat with an enrolment code that can be bought for a year.",
                ColumnFields.after(
                    fields(seats),
                    ColumnFields.of(
                        all.get(TABLE),
                        Map.of("id", "course_id", "site_id", "site", "partner_id", "partner"))),
                List.of("course_id"))
            .withExample(EXAMPLE),
        all,
        TABLE,
        "catalogue_product",
        "catalogue_productcategory",
        "catalogue_productattributevalue",
        "partner_stockrecord");
    this.seats = seats;
    this.seatParts = SeatParts.of(all);
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
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(course -> CourseChecks.check(course, seats, problems));
    SkuChecks.check(spec, problems);
  }

  @Override
  public Optional<Inverse> inverse() {
    Table stock = table("partner_stockrecord");
    return Optional.of(
        Inverse.of(kind())
            .from(table())
            .link("course_id", table(), "id")
            .columns(ProductRows.seatColumns(seats, table("catalogue_product")))
            .columns(ProductRows.stockColumns(seats, stock))
            .link(new Inverse.Link(seats, stock, "price", "price", value -> value))
            .later("seats.slug")
            .with(seatParts));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new CourseFactory(run, kind(), seats);
  }
}
