package org.openedx.devdata.service.ecommerce.courses;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** Checks of a course and its seats beyond their form. Stateless. */
final class CourseChecks {

  private static final int TITLE_LENGTH = 255;

  private CourseChecks() {}

  static void check(SpecRecord course, Kind kind, Problems problems) {
    List<SpecRecord> records =
        course.records("seats").stream().filter(seat -> seat.text("mode").isPresent()).toList();
    checkPrice(course, problems);
    records.forEach(seat -> checkPrice(seat, problems));
    records.forEach(seat -> checkSeat(Seat.of(course, seat), problems));
    List<SpecRecord> coded =
        records.stream().filter(seat -> seat.bool("enrollment_code").orElse(false)).toList();
    for (int i = 1; i < coded.size(); i++) {
      problems.add(
          coded.get(i).positionOf("enrollment_code"),
          "a course has one enrollment code, and that of the '"
              + coded.get(0).requiredText("mode")
              + "' seat in line "
              + coded.get(0).position().line()
              + " is it; leave out one of them");
    }
    if (course.text("course_id").isPresent() && records.size() == course.records("seats").size()) {
      checkTitles(course, kind, problems);
    }
  }

  private static void checkPrice(SpecRecord record, Problems problems) {
    record
        .get("price", BigDecimal.class)
        .filter(price -> price.signum() < 0)
        .ifPresent(
            price ->
                problems.add(
                    record.positionOf("price"),
                    "price " + price.toPlainString() + " is negative; the least is 0"));
  }

  private static void checkSeat(Seat seat, Problems problems) {
    SpecRecord record = seat.record();
    boolean credit = seat.mode() == SeatMode.CREDIT;
    if (credit && seat.creditProvider().isBlank()) {
      problems.add(
          record.position(),
          "a credit seat needs a credit_provider, which distinguishes it from other credit seats; add it");
    }
    for (String field : List.of("credit_provider", "credit_hours")) {
      if (!credit && record.has(field)) {
        problems.add(record.positionOf(field), onlyFor(seat, field, "credit seats"));
      }
    }
    if (seat.hasEnrollmentCode() && !seat.mode().hasEnrollmentCodes()) {
      problems.add(
          record.positionOf("enrollment_code"),
          onlyFor(seat, "enrollment_code", "verified and professional seats"));
    }
    if (record.has("bulk_sku") && !seat.hasEnrollmentCode()) {
      problems.add(
          record.positionOf("bulk_sku"),
          "bulk_sku is that of the enrollment code; add enrollment_code: true or leave it out");
    }
    for (String field : List.of("sku", "bulk_sku")) {
      if (record.text(field).filter(String::isBlank).isPresent()) {
        problems.add(record.positionOf(field), field + " is empty; give it a value");
      }
    }
  }

  private static String onlyFor(Seat seat, String field, String whom) {
    return field + " is for " + whom + ", not for '" + seat.mode().slug() + "'; leave it out";
  }

  /** Products are called after their course, and their titles are not longer than its name. */
  private static void checkTitles(SpecRecord course, Kind kind, Problems problems) {
    Optional<String> name = course.text("name");
    if (name.isEmpty()) {
      return;
    }
    int longest = "Seat in ".length();
    for (Seat seat : Seat.allOf(course, kind)) {
      int code = seat.hasEnrollmentCode() ? seat.codeTitle("").length() : 0;
      longest = Math.max(longest, Math.max(code, seat.title("").length()));
    }
    int length = name.get().codePointCount(0, name.get().length());
    if (length + longest > TITLE_LENGTH) {
      problems.add(
          course.positionOf("name"),
          "name is "
              + length
              + " characters long; with the titles of its products at most "
              + (TITLE_LENGTH - longest)
              + " fit");
    }
  }
}
