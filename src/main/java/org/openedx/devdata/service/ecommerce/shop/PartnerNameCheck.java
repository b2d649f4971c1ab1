package org.openedx.devdata.service.ecommerce.shop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** Finds names of partners that two partners of the spec share: they name none. Stateless. */
final class PartnerNameCheck {

  private PartnerNameCheck() {}

  static void check(ServiceSpec spec, Problems problems) {
    Set<String> codes = new HashSet<>();
    Map<String, Integer> names = new HashMap<>();
    for (SpecRecord partner : spec.of(PartnerKind.NAME)) {
      partner.text("code").ifPresent(code -> codes.add(Collation.fold(code)));
      partner.text("short_code").ifPresent(code -> codes.add(Collation.fold(code)));
      partner.text("name").ifPresent(name -> names.merge(Collation.fold(name), 1, Integer::sum));
    }
    for (Kind kind : spec.descriptor().kinds()) {
      if (kind.indexOf("partner") >= 0) {
        spec.of(kind.name()).forEach(record -> check(record, codes, names, problems));
      }
    }
  }

  private static void check(
      SpecRecord record, Set<String> codes, Map<String, Integer> names, Problems problems) {
    String name = record.text("partner").orElse("");
    String folded = Collation.fold(name);
    if (!codes.contains(folded) && names.getOrDefault(folded, 0) > 1) {
      problems.add(
          record.positionOf("partner"),
          "partner '%s' is the name of %d partners; name it by its code"
              .formatted(name, names.get(folded)));
    }
  }
}
