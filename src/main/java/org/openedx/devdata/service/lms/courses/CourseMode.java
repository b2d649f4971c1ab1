package org.openedx.devdata.service.lms.courses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The modes that the platform knows (class {@code CourseMode} of its {@code course_modes} app). */
public enum CourseMode {
  AUDIT("audit", false),
  HONOR("honor", false),
  VERIFIED("verified", true),
  PROFESSIONAL("professional", true),
  NO_ID_PROFESSIONAL("no-id-professional", false),
  CREDIT("credit", false),
  MASTERS("masters", true),
  EXECUTIVE_EDUCATION("executive-education", true),
  PAID_EXECUTIVE_EDUCATION("paid-executive-education", true),
  UNPAID_EXECUTIVE_EDUCATION("unpaid-executive-education", false),
  PAID_BOOTCAMP("paid-bootcamp", true),
  UNPAID_BOOTCAMP("unpaid-bootcamp", false);

  /** Asked for each enrolment. */
  private static final Map<String, CourseMode> BY_SLUG =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(mode -> mode.slug, mode -> mode));

  private final String slug;
  private final boolean verified;

  CourseMode(String slug, boolean verified) {
    this.slug = slug;
    this.verified = verified;
  }

  static Optional<CourseMode> of(String slug) {
    return Optional.ofNullable(BY_SLUG.get(slug));
  }

  static List<String> slugs() {
    return Arrays.stream(values()).map(mode -> mode.slug).toList();
  }

  /** Returns whether the mode asks for a verified identity. */
  public static boolean isVerified(String slug) {
    return of(slug).map(mode -> mode.verified).orElse(false);
  }

  /** Returns whether the platform wants a price of at least 1. */
  boolean needsPrice() {
    return this == VERIFIED || this == PROFESSIONAL;
  }

  /** Returns whether the platform refuses an upgrade deadline. */
  boolean refusesDeadline() {
    return this == PROFESSIONAL || this == NO_ID_PROFESSIONAL;
  }
}
