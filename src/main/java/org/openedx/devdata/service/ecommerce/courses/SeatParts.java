package org.openedx.devdata.service.ecommerce.courses;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.plan.kind.RecordParts;
import org.openedx.devdata.plan.row.StoredRow;

/** Seats of stored courses, by the attributes that distinguish their products. Stateless. */
record SeatParts(Table products, Table values, Table attributes, Table stock)
    implements RecordParts {

  private static final String PRODUCT = "product_id";
  private static final String SKU = "partner_sku";

  static SeatParts of(TableSet all) {
    return new SeatParts(
        all.get("catalogue_product"),
        all.get("catalogue_productattributevalue"),
        all.get("catalogue_productattribute"),
        all.get("partner_stockrecord"));
  }

  @Override
  public void read(List<RecordDraft> drafts, Reader reader) {
    Map<Object, RecordDraft> courses = new HashMap<>();
    drafts.forEach(draft -> courses.put(draft.row().key(), draft));
    List<StoredRow> sold = reader.find(products, "course_id", courses.keySet());
    Set<Object> keys = sold.stream().map(StoredRow::key).collect(Collectors.toSet());
    Map<Object, Map<String, Object>> described = attributesOf(keys, reader);
    Map<Object, StoredRow> stocked = new HashMap<>();
    reader.find(stock, PRODUCT, keys).forEach(row -> stocked.put(row.get(PRODUCT), row));
    drafts.forEach(draft -> draft.list("seats"));
    for (StoredRow product : sold) {
      Map<String, Object> has = described.getOrDefault(product.key(), Map.of());
      if ("child".equals(product.get("structure"))) {
        seat(courses.get(product.get("course_id")), product, has, stocked.get(product.key()));
      }
    }
    for (StoredRow product : sold) {
      Map<String, Object> has = described.getOrDefault(product.key(), Map.of());
      if (has.containsKey("seat_type")) {
        code(courses.get(product.get("course_id")), has, stocked.get(product.key()));
      }
    }
  }

  /** Attributes of products by their codes. */
  private Map<Object, Map<String, Object>> attributesOf(Set<Object> keys, Reader reader) {
    List<StoredRow> rows = reader.find(values, PRODUCT, keys);
    Set<Object> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.get("attribute_id")));
    Map<Object, String> codes = new HashMap<>();
    reader
        .find(attributes, "id", ids)
        .forEach(row -> codes.put(row.key(), (String) row.get("code")));
    Map<Object, Map<String, Object>> described = new HashMap<>();
    for (StoredRow row : rows) {
      Object value =
          row.get("value_text") == null ? row.get("value_boolean") : row.get("value_text");
      if (value != null) {
        described
            .computeIfAbsent(row.get(PRODUCT), any -> new HashMap<>())
            .put(codes.get(row.get("attribute_id")), value);
      }
    }
    return described;
  }

  private static Optional<SeatMode> mode(Map<String, Object> has, String type) {
    String certificate = String.valueOf(has.getOrDefault(type, ""));
    boolean verified = Boolean.TRUE.equals(has.get("id_verification_required"));
    boolean credit = has.containsKey("credit_provider");
    return Stream.of(SeatMode.values())
        .filter(mode -> mode.certificateType().equalsIgnoreCase(certificate))
        .filter(mode -> mode.idVerification() == verified)
        .filter(mode -> mode == SeatMode.CREDIT == credit)
        .findFirst();
  }

  private static void seat(
      RecordDraft course, StoredRow product, Map<String, Object> has, StoredRow stocked) {
    Optional<SeatMode> mode = mode(has, "certificate_type");
    if (mode.isEmpty()) {
      return;
    }
    RecordDraft seat = course.nest("seats", product).say("mode", mode.get().slug());
    if (has.containsKey("credit_provider")) {
      seat.say("credit_provider", has.get("credit_provider"));
    }
    if (stocked != null) {
      seat.companion(stocked).say("sku", stocked.get(SKU));
    }
  }

  /** The course's enrolment code, which is for one seat. */
  private static void code(RecordDraft course, Map<String, Object> has, StoredRow stocked) {
    Optional<SeatMode> mode = mode(has, "seat_type");
    for (RecordDraft seat : course.list("seats")) {
      boolean own = mode.filter(one -> seat.says("mode", one.slug())).isPresent();
      if (own && !seat.has("enrollment_code")) {
        seat.say("enrollment_code", true);
        if (stocked != null) {
          seat.say("bulk_sku", stocked.get(SKU));
        }
      }
    }
  }
}
