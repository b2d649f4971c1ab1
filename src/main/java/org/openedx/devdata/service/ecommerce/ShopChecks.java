package org.openedx.devdata.service.ecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.service.account.AccountChecks;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * What a spec may not say of partners, configurations and users although its form is right.
 * Stateless.
 */
final class ShopChecks {

  private ShopChecks() {}

  static void check(ServiceSpec spec, Problems problems) {
    spec.of("partners").forEach(partner -> checkPartner(partner, problems));
    spec.of("site_configurations").forEach(one -> checkConfiguration(one, problems));
    for (SpecRecord user : spec.of("users")) {
      AccountChecks.check(user, problems);
    }
    checkPartnerNames(spec, problems);
    SkuChecks.check(spec, problems);
    AddressChecks.check(spec, problems);
  }

  private static void checkPartner(SpecRecord partner, Problems problems) {
    if (partner.text("short_code").filter(String::isBlank).isPresent()) {
      problems.add(partner.positionOf("short_code"), "short_code is empty; give it a value");
    }
    String code = partner.text("code").orElse("");
    int length = code.codePointCount(0, code.length());
    if (length > EcommerceKinds.SHORT_CODE_LENGTH && !partner.has("short_code")) {
      problems.add(
          partner.positionOf("code"),
          "code '"
              + code
              + "' is "
              + length
              + " characters long and a short code has at most "
              + EcommerceKinds.SHORT_CODE_LENGTH
              + "; add a short_code");
    }
  }

  private static void checkConfiguration(SpecRecord one, Problems problems) {
    boolean microfrontend = one.bool("enable_microfrontend_for_basket_page").orElse(false);
    if (microfrontend && one.text("payment_microfrontend_url").isEmpty()) {
      problems.add(
          one.positionOf("enable_microfrontend_for_basket_page"),
          "enable_microfrontend_for_basket_page needs a payment_microfrontend_url; add it");
    }
    if (one.has("payment_processors") && one.text("client_side_payment_processor").isPresent()) {
      String processor = one.text("client_side_payment_processor").get();
      List<String> all =
          Arrays.stream(one.text("payment_processors").orElse("").split(","))
              .map(String::strip)
              .toList();
      if (!processor.isEmpty() && !all.contains(processor)) {
        problems.add(
            one.positionOf("client_side_payment_processor"),
            "client_side_payment_processor '"
                + processor
                + "' is not one of the payment_processors; add it there or choose another");
      }
    }
    one.get("oauth_settings", JsonNode.class)
        .filter(json -> !json.isObject())
        .ifPresent(
            json ->
                problems.add(
                    one.positionOf("oauth_settings"),
                    "oauth_settings must be a mapping of settings by their full names"));
  }

  /** A name that two partners of the spec share names none of them. */
  private static void checkPartnerNames(ServiceSpec spec, Problems problems) {
    Set<String> codes = new HashSet<>();
    Map<String, Integer> names = new HashMap<>();
    for (SpecRecord partner : spec.of("partners")) {
      partner.text("code").ifPresent(code -> codes.add(Collation.fold(code)));
      partner.text("short_code").ifPresent(code -> codes.add(Collation.fold(code)));
      partner.text("name").ifPresent(name -> names.merge(Collation.fold(name), 1, Integer::sum));
    }
    for (String kind : List.of("site_configurations", "courses")) {
      for (SpecRecord record : spec.of(kind)) {
        String name = record.text("partner").orElse("");
        String folded = Collation.fold(name);
        if (!codes.contains(folded) && names.getOrDefault(folded, 0) > 1) {
          problems.add(
              record.positionOf("partner"),
              "partner '"
                  + name
                  + "' is the name of "
                  + names.get(folded)
                  + " partners; name it by its code");
        }
      }
    }
  }
}
