package org.openedx.devdata.service.ecommerce.courses;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The course modes that the service sells seats in, and the attributes that distinguish their
 * products. Its code derives the LMS's mode back from the two attributes. Prices are those of its
 * {@code generate_courses} command.
 */
enum SeatMode {
  AUDIT("audit", "", false, 0),
  HONOR("honor", "honor", false, 0),
  VERIFIED("verified", "verified", true, 100),
  PROFESSIONAL("professional", "professional", true, 1_000),
  NO_ID_PROFESSIONAL("no-id-professional", "professional", false, 1_000),
  CREDIT("credit", "credit", true, 2_000);

  private final String slug;
  private final String certificateType;
  private final boolean idVerification;
  private final int price;

  SeatMode(String slug, String certificateType, boolean idVerification, int price) {
    this.slug = slug;
    this.certificateType = certificateType;
    this.idVerification = idVerification;
    this.price = price;
  }

  /** The mode of a slug that the kind's field has let through. */
  static SeatMode of(String slug) {
    return Arrays.stream(values()).filter(mode -> mode.slug.equals(slug)).findFirst().orElseThrow();
  }

  static List<String> slugs() {
    return Arrays.stream(values()).map(SeatMode::slug).toList();
  }

  String slug() {
    return slug;
  }

  /** Value of the attribute {@code certificate_type}; empty when such a seat has none. */
  String certificateType() {
    return certificateType;
  }

  boolean idVerification() {
    return idVerification;
  }

  boolean isFree() {
    return price == 0;
  }

  BigDecimal defaultPrice() {
    return BigDecimal.valueOf(price).setScale(2);
  }

  /** Returns whether the service sells enrolment codes for such seats. */
  boolean hasEnrollmentCodes() {
    return this == VERIFIED || this == PROFESSIONAL || this == NO_ID_PROFESSIONAL;
  }
}
