package org.openedx.devdata.service.ecommerce.courses;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * One seat of a course, listed in its spec or one of those that a course gets when it lists none.
 *
 * @param course the course's record
 * @param record the seat's record
 * @param mode its mode
 */
record Seat(SpecRecord course, SpecRecord record, SeatMode mode) {

  static Seat of(SpecRecord course, SpecRecord record) {
    return new Seat(course, record, SeatMode.of(record.requiredText("mode")));
  }

  /** The seats of a course: as the prototype of OEP-37 makes them when the spec lists none. */
  static List<Seat> allOf(SpecRecord course, Kind kind) {
    if (course.has("seats")) {
      return course.records("seats").stream().map(record -> of(course, record)).toList();
    }
    Object[] audit = new Object[kind.fields().size()];
    audit[kind.indexOf("mode")] = SeatMode.AUDIT.slug();
    Object[] verified = new Object[kind.fields().size()];
    verified[kind.indexOf("mode")] = SeatMode.VERIFIED.slug();
    verified[kind.indexOf("enrollment_code")] = true;
    verified[kind.indexOf("expires")] = TimeExpression.parse("now + 1y");
    return List.of(unlisted(course, kind, audit), unlisted(course, kind, verified));
  }

  private static Seat unlisted(SpecRecord course, Kind kind, Object[] values) {
    int[] places = new int[2 * values.length];
    return of(course, SpecRecord.of(kind, course.position(), 0, values, places, null));
  }

  boolean isListed() {
    return course.has("seats");
  }

  String courseId() {
    return course.requiredText("course_id");
  }

  SeatIdentity identity() {
    return new SeatIdentity(mode.certificateType(), mode.idVerification(), creditProvider());
  }

  /** Empty unless it is a credit seat. */
  String creditProvider() {
    return record.text("credit_provider").orElse("");
  }

  long creditHours() {
    return record.whole("credit_hours").orElse(100L);
  }

  /** The price that the spec gives it; empty when it gives none. */
  Optional<BigDecimal> price() {
    Optional<BigDecimal> own = record.get("price", BigDecimal.class);
    Optional<BigDecimal> price =
        own.isPresent() || mode.isFree() ? own : course.get("price", BigDecimal.class);
    return price.map(value -> value.setScale(2));
  }

  boolean hasEnrollmentCode() {
    return record.bool("enrollment_code").orElseGet(this::hasThePrototypesCode);
  }

  /**
   * The prototype of OEP-37 sells the verified seat at the course's price, with the course's
   * enrolment code.
   */
  private boolean hasThePrototypesCode() {
    return mode == SeatMode.VERIFIED
        && !record.has("price")
        && course.has("price")
        && course.records("seats").stream()
            .noneMatch(other -> other.bool("enrollment_code").orElse(false));
  }

  /** The title that the service gives to such a product. */
  String title(String courseName) {
    String title = "Seat in " + courseName;
    return mode.certificateType().isEmpty()
        ? title
        : title + " with " + mode.certificateType() + " certificate";
  }

  /** The title that the service gives to the enrolment code of such a seat. */
  String codeTitle(String courseName) {
    return "Enrollment code for " + mode.certificateType() + " seat in " + courseName;
  }
}
