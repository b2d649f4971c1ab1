package org.openedx.devdata.service.ecommerce.shop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Hosts and web addresses: the service finds its site by the one and calls the others. Stateless.
 */
final class AddressChecks {

  private static final List<String> ROOTS = List.of("lms_url_root", "lms_public_url_root");
  private static final List<String> OTHERS =
      List.of(
          "discovery_api_url", "payment_microfrontend_url", "payment_support_url", "sdn_api_url");

  /** As a request names its host: letters of any script, a port. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?");

  private AddressChecks() {}

  static void checkSite(SpecRecord site, Problems problems) {
    refuse(
        site,
        "domain",
        text -> DOMAIN.matcher(text).matches(),
        "is not what a request names as its host; write host or host:port, as localhost:18130",
        problems);
  }

  static void checkConfiguration(SpecRecord one, Problems problems) {
    String remedy = "is not a web address; write one as http://localhost:18000";
    ROOTS.forEach(field -> refuse(one, field, AddressChecks::isWeb, remedy, problems));
    OTHERS.forEach(
        field -> refuse(one, field, text -> text.isEmpty() || isWeb(text), remedy, problems));
  }

  private static void refuse(
      SpecRecord record, String field, Predicate<String> fine, String what, Problems problems) {
    record
        .text(field)
        .filter(fine.negate())
        .ifPresent(
            text ->
                problems.add(
                    record.positionOf(field), field + " " + Shown.quoted(text) + " " + what));
  }

  private static boolean isWeb(String text) {
    try {
      URI address = new URI(text);
      boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return isWeb && address.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
