package org.openedx.devdata.opaquekeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * For each place of each form, the characters other than ASCII letters and digits that may stand
 * there, as observed of the platform's key classes with all of ASCII.
 */
class CharacterRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "course-v1:a?b+c+d | -.:_~",
        "course-v1:a+b?c+d | -.:_~",
        "course-v1:a+b+c?d | -.:_~",
        "course-v1:a+b+c+branch@x?y | -.:_~",
        "a?a/b/c | %-._",
        "a/b?b/c | %-._",
        "a/b/c?c | %-._",
        "ccx-v1:a+b+c+ccx@1?1 | ''",
        "ccx-v1:a+b+c?d+ccx@11 | -.:_~",
        "block-v1:a+b+c+type@p?p+block@x | -.:_~",
        "block-v1:a+b+c+type@p+block@x?x | -.:_~",
        "ccx-block-v1:a+b+c+ccx@1+type@p+block@x?x | -.:_~",
        "lib-block-v1:a+b+type@p+block@x?x | -.:_~",
        "i4x://a?a/b/c/d | %-._",
        "i4x://a/b/c/d@r?r | %-.:_~",
        "i4x://a/b/c/d?d | %-.:@_~",
        "lib:a?a:b | -._",
        "lib:a:b?b | -._",
        "lb:a:b:c?c:d | -._",
        "lb:a:b:c:d?d | -._",
        "lct:a:b:unit:d?d | -._",
        "lib-collection:a:b:c?c | -._",
        "asset-v1:a+b+c+type@a?t+block@n | -.:_~",
        "asset-v1:a+b+c+type@asset+block@n?n | %-.:_~",
        "def-v1:555555555555555555555555+type@p?p | -.:_~",
      })
  void allowsExactlyWhatThePlatformAllows(String template, String allowed) {
    assertThat(
            IntStream.range(0, 128)
                .filter(c -> !(c < 128 && Character.isLetterOrDigit(c)))
                .filter(c -> accepts(template.replace("?", Character.toString(c))))
                .mapToObj(Character::toString)
                .collect(Collectors.joining()))
        .isEqualTo(allowed);
  }

  private static boolean accepts(String text) {
    try {
      return OpaqueKey.parse(text).text().equals(text);
    } catch (InvalidKeyException e) {
      return false;
    }
  }
}
