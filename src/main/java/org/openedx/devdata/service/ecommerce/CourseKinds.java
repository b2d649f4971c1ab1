package org.openedx.devdata.service.ecommerce;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** What an e-commerce spec may say of courses and their seats. Stateless. */
final class CourseKinds {

  private static final FieldType.Decimal PRICE = new FieldType.Decimal(12, 2);
  private static final FieldType.Text SKU = new FieldType.Text(128);

  private CourseKinds() {}

  static Kind courses(EcommerceTables tables, Kind seats) {
    return new Kind(
        "courses",
        List.of(),
        "Course runs that are sold, with their seats. Without `seats`: a free audit seat, and a"
            + " verified seat with an enrolment code that can be bought for a year.",
        ColumnFields.after(
            courseFields(seats),
            ColumnFields.of(
                tables.courses,
                Map.of("id", "course_id", "site_id", "site", "partner_id", "partner"))),
        List.of("course_id"));
  }

  static Kind seats(EcommerceTables tables) {
    return new Kind(
        "seats",
        List.of(),
        "A seat: the product that a learner buys to be in a course in one mode. Found again by"
            + " course, mode and credit provider. Takes the columns of its product and stock record"
            + " as well.",
        ColumnFields.after(
            seatFields(),
            ColumnFields.of(tables.products, Map.of("course_id", "course_id of the course")),
            ColumnFields.of(tables.stockRecords, Map.of("partner_id", "partner of the course"))),
        List.of("mode", "credit_provider"));
  }

  private static List<Field> courseFields(Kind seats) {
    return List.of(
        Field.of("course_id", new FieldType.CourseKeyText(), "The course run, by its key.")
            .withAliases("course_key")
            .asRequired(),
        Field.of("name", new FieldType.Text(255), "Title; its products are called after it.")
            .withDefault("`<course key> Course`"),
        EcommerceKinds.partner(),
        EcommerceKinds.site("site").asNullable(),
        Field.of("price", PRICE, "Price of the seats that are not free and name no price.")
            .withDefault("verified 100, professional 1000, credit 2000"),
        Field.of("seats", new FieldType.Records(seats), "What is sold.")
            .withDefault("audit, and verified with an enrolment code"));
  }

  private static List<Field> seatFields() {
    return List.of(
        Field.of("mode", new FieldType.Choice(SeatMode.slugs()), "The LMS's course mode.")
            .withAliases("type", "mode_slug")
            .asRequired(),
        Field.of("price", PRICE, "Price without tax.")
            .withAliases("price_excl_tax")
            .withDefault("the course's price; 0 for audit and honor"),
        Field.of("price_currency", new FieldType.Text(12), "ISO code of the currency.")
            .withAliases("currency")
            .withDefault("USD"),
        Field.of("expires", new FieldType.Time(), "Until when it can be bought.")
            .asNullable()
            .withDefault("for ever"),
        Field.of("sku", SKU, "Stock-keeping unit of a new seat; it never changes afterwards.")
            .withAliases("partner_sku")
            .withDefault("computed as the service does"),
        Field.of("credit_provider", new FieldType.Text(255), "Who gives the credit; for credit."),
        Field.of("credit_hours", new FieldType.Whole(0, Integer.MAX_VALUE), "For credit.")
            .withDefault("100"),
        Field.of(
                "enrollment_code",
                new FieldType.Bool(),
                "Whether the course's enrolment code is for this seat. One seat of a course may"
                    + " have it.")
            .withAliases("create_enrollment_code")
            .withDefault(
                "true for the verified seat that takes its course's price, as in the prototype of"
                    + " OEP-37; otherwise false"),
        Field.of("bulk_sku", SKU, "Stock-keeping unit of a new enrolment code.")
            .withDefault("computed as the service does"),
        Field.of("title", new FieldType.Text(255), "What the product is called.")
            .withDefault("`Seat in <name> with <type> certificate`"),
        Field.forbidden("structure", "it follows from the mode; leave it out"));
  }
}
