package org.openedx.devdata.service.lms.people;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Values of profiles that the platform looks up in its own lists. Stateless. */
final class ProfileChecks {

  /** The platform's code fails on other values where it shows them, as in reports of learners. */
  private static final Map<String, List<String>> CLOSED =
      Map.of(
          "gender",
          List.of("m", "f", "o"),
          "level_of_education",
          List.of("p", "m", "b", "a", "hs", "jhs", "el", "none", "other"));

  /** ISO 3166, and Kosovo, which the platform adds. */
  private static final Set<String> COUNTRIES = countries();

  private static final Pattern PHONE = Pattern.compile("\\+?1?\\d*");

  private ProfileChecks() {}

  private static Set<String> countries() {
    Set<String> countries = new HashSet<>(Set.of(Locale.getISOCountries()));
    countries.add("XK");
    return Set.copyOf(countries);
  }

  static void check(SpecRecord user, Problems problems) {
    CLOSED.forEach((field, values) -> checkClosed(user, field, values, problems));
    user.text("country")
        .filter(country -> !country.isEmpty() && !COUNTRIES.contains(country))
        .ifPresent(
            country ->
                problems.warn(
                    user.positionOf("country"),
                    "country %s is no code of ISO 3166, so pages and reports show none; write one as %s"
                        .formatted(Shown.quoted(country), hint(country))));
    user.text("phone_number")
        .filter(phone -> !PHONE.matcher(phone).matches())
        .ifPresent(
            phone ->
                problems.warn(
                    user.positionOf("phone_number"),
                    "phone_number %s is not digits behind an optional +, so forms of the account refuse it"
                        .formatted(Shown.quoted(phone))));
  }

  private static String hint(String country) {
    String upper = country.toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(upper) ? upper : "FR";
  }

  private static void checkClosed(
      SpecRecord user, String field, List<String> values, Problems problems) {
    user.text(field)
        .filter(value -> !value.isEmpty() && !values.contains(value))
        .ifPresent(
            value ->
                problems.add(
                    user.positionOf(field),
                    "%s %s is not one of %s, and the platform fails where it shows it%s"
                        .formatted(
                            field,
                            Shown.quoted(value),
                            String.join(", ", values),
                            DidYouMean.hint(value, values, ""))));
  }
}
