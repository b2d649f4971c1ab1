package org.openedx.devdata.service.ecommerce.courses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Stock-keeping units that a spec gives twice for one partner. Used once. */
final class SkuChecks {

  private final Problems problems;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<List<String>, Position> first = new HashMap<>();

  private SkuChecks(Problems problems) {
    this.problems = problems;
  }

  static void check(ServiceSpec spec, Problems problems) {
    SkuChecks checks = new SkuChecks(problems);
    spec.of("partners").forEach(checks::remember);
    spec.of(CourseKind.NAME).forEach(checks::check);
  }

  /** Courses name a partner by any of the three. */
  private void remember(SpecRecord partner) {
    for (String field : List.of("name", "short_code", "code")) {
      partner
          .text(field)
          .ifPresent(
              name ->
                  codes.put(
                      Collation.fold(name), Collation.fold(partner.text("code").orElse(name))));
    }
  }

  private void check(SpecRecord course) {
    String named = Collation.fold(course.text("partner").orElse(""));
    String partner = codes.getOrDefault(named, named);
    for (SpecRecord seat : course.records("seats")) {
      for (String field : List.of("sku", "bulk_sku")) {
        seat.text(field).ifPresent(sku -> check(partner, sku, seat.positionOf(field)));
      }
    }
  }

  private void check(String partner, String sku, Position position) {
    Position earlier = first.putIfAbsent(List.of(partner, Collation.fold(sku)), position);
    if (earlier != null) {
      problems.add(
          position,
          "SKU %s is that of another product of this partner, at %s; choose another"
              .formatted(Shown.quoted(sku), earlier));
    }
  }
}
