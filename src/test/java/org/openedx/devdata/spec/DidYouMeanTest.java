package org.openedx.devdata.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  private static final List<String> KNOWN =
      List.of("username", "email", "is_staff", "groups", "course_id", "mode", "country");

  @ParameterizedTest
  @CsvSource({
    "usernme,username",
    "user_name,username",
    "Username,username",
    "isStaff,is_staff",
    "group,groups",
    "emial,email",
    "courseId,course_id",
    "mod,mode",
    "countries,country",
  })
  void findsTheWordMeant(String word, String meant) {
    assertThat(DidYouMean.among(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "zzzzzz", "id", "password", "date_joined", "''"})
  void isSilentWhenNothingIsNear(String word) {
    assertThat(DidYouMean.among(word, KNOWN)).isEmpty();
  }

  @Test
  void veryLongWordsAreNotCompared() {
    assertThat(DidYouMean.among("e".repeat(100_000), KNOWN)).isEmpty();
  }
}
