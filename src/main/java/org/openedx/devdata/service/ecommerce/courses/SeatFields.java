package org.openedx.devdata.service.ecommerce.courses;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Fields of the seats of a course. Stateless. */
final class SeatFields {

  static final FieldType.Decimal PRICE = new FieldType.Decimal(12, 2);

  private static final FieldType.Text SKU = new FieldType.Text(128);

  private SeatFields() {}

  static Kind kind(TableSet tables) {
    return new Kind(
        "seats",
        List.of(),
        "A seat: the product that a learner buys to be in a course in one mode. Found again by"
            + " course, mode and credit provider. Takes the columns of its product and stock record"
            + " as well.",
        ColumnFields.after(
            fields(),
            ColumnFields.of(
                tables.get("catalogue_product"), Map.of("course_id", "course_id of the course")),
            ColumnFields.of(
                tables.get("partner_stockrecord"), Map.of("partner_id", "partner of the course"))),
        List.of("mode", "credit_provider"));
  }

  private static List<Field> fields() {
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
