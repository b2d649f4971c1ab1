package org.openedx.devdata.service.ecommerce;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** What a spec may not say although its form is right. */
class EcommerceChecksTest {

  private static final String COURSE = "courses: [{course_id: course-v1:a+b+c, partner: edX, ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          partners: [{code: a-long-code}] | code 'a-long-code' is 11 characters long and a short code has at most 8; add a short_code
          partners: [{code: a, short_code: 123456789}] | at most 8 fit
          users: [{username: a, email: nobody}] | "nobody" is not an e-mail address; write one as name@example.com
          users: [{username: a, email: "no\\nbody"}] | "no\\nbody" is not an e-mail address
          users: [{username: a, password: p, password_hash: '!'}] | password and password_hash exclude each other
          site_configurations: [{site: a, partner: b, enable_microfrontend_for_basket_page: true}] | needs a payment_microfrontend_url; add it
          site_configurations: [{site: a, partner: b, payment_processors: 'x, y', client_side_payment_processor: z}] | client_side_payment_processor 'z' is not one of the payment_processors
          partners: [{code: a, short_code: ''}] | short_code is empty
          partners: [{code: ' '}] | "code" in partners may not be empty
          sites: [{domain: "http://shop.test"}] | is not what a request names as its host
          sites: [{domain: "shop.test/path"}] | write host or host:port
          sites: [{domain: "my shop"}] | write host or host:port
          site_configurations: [{site: a, partner: b, lms_url_root: localhost:18000}] | is not a web address
          site_configurations: [{site: a, partner: b, lms_public_url_root: ''}] | is not a web address
          site_configurations: [{site: a, partner: b, discovery_api_url: /api}] | write one as http://
          site_configurations: [{site: a, partner: b, oauth_settings: [1]}] | oauth_settings must be a mapping
          """)
  void ofTheShop(String spec, String message) {
    assertProblem(spec, message);
  }

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
  void ofSeats(String seats, String message) {
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
