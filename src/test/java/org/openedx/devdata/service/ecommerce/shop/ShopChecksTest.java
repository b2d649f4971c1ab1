package org.openedx.devdata.service.ecommerce.shop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** Partners, sites and configurations by which the shop would find nothing. */
class ShopChecksTest {

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
  void whatTheShopCannotUseIsRefused(String spec, String message) {
    assertProblem(spec, message);
  }

  private static void assertProblem(String spec, String message) {
    assertThatThrownBy(() -> SpecLab.read(new EcommerceService(), spec))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }
}
