package org.openedx.devdata.service.ecommerce.courses;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** Seats of a course that contradict themselves or each other, and titles that do not fit. */
class SeatChecksTest {

  private static final String COURSE = "courses: [{course_id: course-v1:a+b+c, partner: edX, ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {mode: credit} | a credit seat needs a credit_provider, which distinguishes it from other credit seats; add it
          {mode: audit, credit_hours: 3} | credit_hours is for credit seats, not for 'audit'; leave it out
          {mode: honor, enrollment_code: true} | enrollment_code is for verified and professional seats, not for 'honor'
          {mode: verified, bulk_sku: A} | add enrollment_code: true or leave it out
          {mode: verified, sku: ''} | sku is empty; give it a value
          {mode: verified, enrollment_code: true}, {mode: professional, enrollment_code: true} | a course has one enrollment code, and that of the 'verified' seat in line 1 is it
          {mode: verifyed} | "mode" in seats must be one of audit, honor, verified
          {mode: verified, structure: child} | it follows from the mode; leave it out
          {mode: verified, product_id: 3} | keys of the database are not written in specs
          {mode: audit, sku: A}, {mode: honor, sku: a} | SKU "a" is that of another product of this partner, at
          {mode: verified, sku: A, enrollment_code: true, bulk_sku: A} | SKU "A" is that of another product of this partner
          {mode: verified, price: -1} | price -1 is negative; the least is 0
          """)
  void seatsThatContradictThemselvesAreRefused(String seats, String message) {
    assertProblem(COURSE + "seats: [" + seats + "]}]", message);
  }

  @ParameterizedTest
  @CsvSource({"219,218", "248,247"})
  void titlesOfProductsMustFit(int length, int longest) {
    String seats = longest == 247 ? ", seats: [{mode: audit}]" : "";
    assertProblem(
        COURSE + "name: " + "x".repeat(length) + seats + "}]",
        "name is "
            + length
            + " characters long; with the titles of its products at most "
            + longest
            + " fit");
  }

  private static void assertProblem(String spec, String message) {
    assertThatThrownBy(() -> SpecLab.read(new EcommerceService(), spec))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }
}
