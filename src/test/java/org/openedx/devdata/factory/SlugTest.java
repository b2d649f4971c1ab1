package org.openedx.devdata.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slugs were made by Django 5.2. */
class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Seat in edX Demonstration Course with verified certificate"
            + " | seat-in-edx-demonstration-course-with-verified-certificate",
        "'  Hello,  World!  ' | hello-world",
        "\u00dcn\u00efc\u00f6d\u00e9 Stra\u00dfe \u65e5\u672c | unicode-strae",
        "a_b--c - d | a_b-c-d",
        "_-x-_ | x",
        "\u2163 \u00bd \ufb01 | iv-12-fi",
        "'a\u001cb\tc\u00a0d' | a-b-c-d",
        "\u65e5\u672c | ''",
        "C++ & C#: 101% | c-c-101",
        "\u0130stanbul | istanbul",
        "-- | ''",
        "'' | ''",
      })
  void isTheSlugOfDjango(String text, String slug) {
    assertThat(Slug.of(text)).isEqualTo(slug);
  }
}
