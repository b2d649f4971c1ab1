package org.openedx.devdata.service.lms.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.factory.DefaultEmail;
import org.openedx.devdata.service.account.Usernames;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.service.lms.PlatformSpecs;
import org.openedx.devdata.testing.SpecLab;

/** Accounts and profiles that the platform cannot serve, and those that it only wonders at. */
class UserChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "users: [{username: a/b}] | the LMS cannot serve a user of the name \"a/b\"",
        "users: [{username: \"a\\0b\"}] | may hold no control character, as \"a\\u0000b\" does",
        "users: [{username: \"ada\\n\"}] | must be one line, not \"ada\\n\"",
        "users: [{username: \" ada\"}] | begins or ends with a blank",
        "users: [{username: \"a?b\"}] | the LMS cannot serve",
        "users: [{username: a, email: b@x.org}, {username: b@x.org}] | is the e-mail address of the user at line",
        "users: [{username: a@example.com}, {username: a}] | is the e-mail address of the user at line",
        "users: [{username: a, email: b@example.com}, {username: b}] | is what the record gets that says nothing of it",
        "users: [{username: a, email: \"a@x.org\\n\"}] | \"a@x.org\\n\" is not an e-mail address",
        "users: [{username: a, password: pbkdf2_sha256$1$a$b}] | write it under password_hash",
        "users: [{username: a, password: \"md5$x$y\"}] | looks like a hash of md5",
        "users: [{username: a, level_of_education: phd}] | is not one of p, m, b",
        "users: [{username: a, gender: M}] | did you mean \"m\"?",
        "users: [{username: a, meta: not json}] | meta \"not json\" is not JSON of the form",
        "users: [{username: a, meta: '[1]'}] | write an object",
        "users: [{username: a, meta: '{\"a\": 1} x'}] | write an object",
        "users: [{username: a, groups: [\"\"]}] | an item of \"groups\" in users may not be empty",
        "groups: [{name: \"\"}] | \"name\" in groups may not be empty",
      })
  void whatThePlatformFailsOnIsRefused(String records, String message) {
    PlatformSpecs.assertRefused(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "users: [{username: ada.b}] | other characters than the LMS's sign-up takes",
        "users: [{username: a1234567890123456789012345678901}] | has 32 characters",
        "users: [{username: Zoë}] | needs the LMS's setting ENABLE_UNICODE_USERNAME",
        "users: [{username: a, country: zz}] | is no code of ISO 3166",
        "users: [{username: a, country: fr}] | write one as FR",
        "users: [{username: a, email: a@b}] | is no e-mail address by Django's rules",
        "users: [{username: a, phone_number: call me}] | is not digits",
        "{create_missing: true, positions: [{username: a.b, course_id: C, position: 1}]} | sign-up",
      })
  void whatThePlatformWondersAtIsWarnedOf(String records, String message) {
    PlatformSpecs.assertWarned(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "users: [{username: a_b-C9, country: XK, gender: o, level_of_education: none, phone_number: \"+14\"}]",
      })
  void whatThePlatformTakesIsTaken(String records) {
    PlatformSpecs.assertTaken(records);
  }

  static Stream<Arguments> names() {
    return Stream.concat(
            Stream.of(
                "Zoë", "a b", "a@b.org", "a..b", ".a", "a.", "李", "ß", "plain", "a+b", "A_b-9"),
            IntStream.range(33, 300).mapToObj(letter -> "x" + (char) letter + "y"))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theDefaultEmailOfEveryUsableNameIsOne(String name) {
    if (Usernames.unusable(name).isEmpty()) {
      String spec = "users: [{username: u, email: \"" + DefaultEmail.of(name) + "\"}]";
      assertThat(SpecLab.warnings(LmsService.lms(), spec)).isEmpty();
      assertThat(DefaultEmail.of(name)).matches("\\p{ASCII}+");
    }
  }

  @Test
  void namesThatLookAlikeHaveDifferentDefaultEmails() {
    assertThat(Stream.of("Zoë", "Zoe", "Zo e", "Zo-e", "李", "王").map(DefaultEmail::of).distinct())
        .hasSize(6);
  }
}
