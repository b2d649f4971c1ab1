package org.openedx.devdata.service.ecommerce.courses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The SKUs of the old rule and of the enrolment code stand in a provisioned devstack. */
class SkuTest {

  private static final String COURSE = "course-v1:edX+DemoX+Demo_Course";

  @Test
  void auditSeatOfDevstack() {
    assertThat(Sku.seatBefore2023("", COURSE, false, "", 1)).isEqualTo("68EFFFF");
  }

  @Test
  void verifiedSeatOfDevstack() {
    assertThat(Sku.seatBefore2023("verified", COURSE, true, "", 1)).isEqualTo("8CF08E5");
  }

  @Test
  void enrollmentCodeOfDevstack() {
    assertThat(Sku.enrollmentCode(COURSE, "verified", 1)).isEqualTo("A5B6DBE");
  }

  @Test
  void auditSeatWithItsProductsId() {
    assertThat(Sku.seat("", COURSE, false, "", 2, 1)).isEqualTo("F150CAD");
  }

  @Test
  void verifiedSeatWithItsProductsId() {
    assertThat(Sku.seat("verified", COURSE, true, "", 3, 1)).isEqualTo("E071086");
  }

  @Test
  void caseOfTheValuesDoesNotCount() {
    assertThat(Sku.enrollmentCode(COURSE.toUpperCase(java.util.Locale.ROOT), "Verified", 1))
        .isEqualTo("A5B6DBE");
  }

  @Test
  void entitlementAndCouponAreMadeFromTheirOwnValues() {
    String uuid = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    assertThat(Sku.entitlement("verified", uuid, 1)).isEqualTo("EDF6157");
    assertThat(Sku.coupon(17, 1)).isEqualTo("8D641FC");
  }
}
