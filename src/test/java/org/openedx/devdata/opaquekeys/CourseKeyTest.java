package org.openedx.devdata.opaquekeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseKeyTest {

  @Test
  void partsAreRead() {
    CourseKey key =
        CourseKey.parse("course-v1:edX+DemoX+R1+branch@draft+version@519665f6223ebd6980884f2b");

    assertThat(key.org()).isEqualTo("edX");
    assertThat(key.course()).isEqualTo("DemoX");
    assertThat(key.run()).isEqualTo("R1");
    assertThat(key.branch()).isEqualTo("draft");
    assertThat(key.version()).isEqualTo("519665f6223ebd6980884f2b");
    assertThat(key.ccx()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "course-v1:a+b+c+branch@d+version@519665f6223ebd6980884f2b | course-v1:a+b+c",
        "course-v1:a+b+c | course-v1:a+b+c",
        "library-v1:a+b+branch@library | library-v1:a+b",
        "ccx-v1:a+b+c+branch@d+ccx@7 | ccx-v1:a+b+c+ccx@7",
        "a/b/c | a/b/c",
      })
  void branchAndVersionAreStripped(String text, String expected) {
    assertThat(CourseKey.parse(text).withoutBranchAndVersion().text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "course-v1:a+b+c | block-v1:a+b+c+type@course+block@course",
        "a/b/c | i4x://a/b/course/c",
        "library-v1:a+b | lib-block-v1:a+b+type@library+block@library",
        "ccx-v1:a+b+c+ccx@7 | ccx-block-v1:a+b+c+ccx@7+type@course+block@course",
      })
  void courseBlockGoesWithTheForm(String text, String expected) {
    UsageKey block = CourseKey.parse(text).courseBlock();

    assertThat(block.text()).isEqualTo(expected);
    assertThat(block.contextKey()).contains(CourseKey.parse(text));
  }

  @Test
  void runOfALegacyLibraryIsAConstant() {
    assertThat(CourseKey.parse("library-v1:a+b").run()).isEqualTo("library");
  }

  @Test
  void partsMakeAKey() {
    assertThat(CourseKey.of("edX", "DemoX", "R1"))
        .isEqualTo(CourseKey.parse("course-v1:edX+DemoX+R1"));
  }

  @Test
  void partsAreChecked() {
    assertThatThrownBy(() -> CourseKey.of("ed X", "DemoX", "R1"))
        .isInstanceOf(InvalidKeyException.class)
        .hasMessageContaining("' ' is not allowed in its org");
    assertThatThrownBy(() -> CourseKey.of("edX", "", "R1"))
        .isInstanceOf(InvalidKeyException.class)
        .hasMessageContaining("its course is empty");
    assertThatThrownBy(() -> CourseKey.of("edX", "x".repeat(300), "R1"))
        .isInstanceOf(InvalidKeyException.class)
        .hasMessageContaining("at most 255");
  }

  @Test
  void caseTellsKeysApart() {
    assertThat(CourseKey.parse("course-v1:edX+DemoX+R"))
        .isNotEqualTo(CourseKey.parse("course-v1:EDX+DemoX+R"));
  }

  @Test
  void learningContextIsACourseOrALibrary() {
    assertThat(LearningContextKey.parse("lib:edX:slug")).isEqualTo(new LibraryKey("edX", "slug"));
    assertThat(LearningContextKey.parse("a/b/c").org()).isEqualTo("a");
    assertThatThrownBy(() -> LearningContextKey.parse("lb:edX:slug:problem:x"))
        .hasMessageContaining("not a valid course or library key")
        .hasMessageContaining("it is the key of a block of a library");
  }
}
