package org.openedx.devdata.opaquekeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "block-v1:a+b+c+type@problem+block@x | problem | x | course-v1:a+b+c",
        "block-v1:a+b+c+branch@d+type@problem+block@x | problem | x | course-v1:a+b+c+branch@d",
        "lib-block-v1:a+b+type@html+block@x | html | x | library-v1:a+b",
        "ccx-block-v1:a+b+c+ccx@1+type@html+block@x | html | x | ccx-v1:a+b+c+ccx@1",
        "lb:a:b:html:x | html | x | lib:a:b",
      })
  void partsAreRead(String text, String type, String id, String context) {
    UsageKey key = UsageKey.parse(text);

    assertThat(key.blockType()).isEqualTo(type);
    assertThat(key.blockId()).isEqualTo(id);
    assertThat(key.contextKey()).contains(LearningContextKey.parse(context));
    assertThat(key.lacksRun()).isFalse();
  }

  @Test
  void legacyKeyHasNoContextOfItsOwn() {
    UsageKey key = UsageKey.parse("i4x://a/b/problem/x@draft");

    assertThat(key.contextKey()).isEmpty();
    assertThat(key.lacksRun()).isTrue();
    assertThat(key.org()).isEqualTo("a");
    assertThat(key.course()).isEqualTo("b");
    assertThat(key.blockType()).isEqualTo("problem");
    assertThat(key.blockId()).isEqualTo("x");
    assertThat(key.revision()).isEqualTo("draft");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i4x://a/b/problem/d | a/b/c | i4x://a/b/problem/d",
        "i4x://a/b/problem/d@draft | a/b/c | i4x://a/b/problem/d",
        "i4x://a/b/problem/d | x/y/c | i4x://x/y/problem/d",
        "i4x://a/b/problem/d | course-v1:a+b+c | block-v1:a+b+c+type@problem+block@d",
        "block-v1:a+b+c+type@p+block@x | course-v1:a+b+d | block-v1:a+b+d+type@p+block@x",
        "block-v1:a+b+c+type@p+block@x | a/b/c | i4x://a/b/p/x",
        "lib-block-v1:a+b+type@p+block@x | library-v1:c+d | lib-block-v1:c+d+type@p+block@x",
      })
  void mappingGivesTheFormOfTheCourse(String text, String course, String expected) {
    UsageKey mapped = UsageKey.parse(text).mapIntoCourse(CourseKey.parse(course));

    assertThat(mapped.text()).isEqualTo(expected);
    assertThat(mapped.contextKey()).contains(CourseKey.parse(course));
  }

  @Test
  void blocksOfTwoRunsDifferOnceMapped() {
    UsageKey key = UsageKey.parse("i4x://a/b/problem/d");
    UsageKey first = key.mapIntoCourse(CourseKey.parse("a/b/run1"));
    UsageKey second = key.mapIntoCourse(CourseKey.parse("a/b/run2"));

    assertThat(first).isNotEqualTo(second).isNotEqualTo(key);
    assertThat(first).isEqualTo(key.mapIntoCourse(CourseKey.parse("a/b/run1")));
  }

  @Test
  void idThatTheNewFormDoesNotAllowIsRefused() {
    UsageKey key = UsageKey.parse("i4x://a/b/problem/d%20x");

    assertThatThrownBy(() -> key.mapIntoCourse(CourseKey.parse("course-v1:a+b+c")))
        .isInstanceOf(InvalidKeyException.class)
        .hasMessageContaining("'%' is not allowed in its id");
  }

  @Test
  void blockOfALibraryIsInNoCourse() {
    UsageKey key = UsageKey.parse("lb:a:b:html:x");

    assertThatThrownBy(() -> key.mapIntoCourse(CourseKey.parse("course-v1:a+b+c")))
        .isInstanceOf(InvalidKeyException.class)
        .hasMessageContaining("belongs to no course");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "block-v1:a+b+c+branch@d+version@519665f6223ebd6980884f2b+type@p+block@x"
            + " | block-v1:a+b+c+type@p+block@x",
        "ccx-block-v1:a+b+c+branch@d+ccx@1+type@p+block@x | ccx-block-v1:a+b+c+ccx@1+type@p+block@x",
        "lib-block-v1:a+b+branch@library+type@p+block@x | lib-block-v1:a+b+type@p+block@x",
        "i4x://a/b/problem/d@draft | i4x://a/b/problem/d",
        "lb:a:b:html:x | lb:a:b:html:x",
      })
  void branchAndVersionAreStripped(String text, String expected) {
    assertThat(UsageKey.parse(text).withoutBranchAndVersion()).isEqualTo(UsageKey.parse(expected));
  }

  @Test
  void blocksAreMadeFromTheirContext() {
    assertThat(CourseKey.parse("course-v1:a+b+c").block("problem", "x").text())
        .isEqualTo("block-v1:a+b+c+type@problem+block@x");
    assertThat(UsageKey.in(new LibraryKey("a", "b"), "problem", "x").text())
        .isEqualTo("lb:a:b:problem:x");
  }

  @Test
  void strippedAssetKeepsItsName() {
    assertThat(
            AssetKey.parse("asset-v1:a+b+c+branch@d+type@asset+block@n.png")
                .withoutBranchAndVersion()
                .text())
        .isEqualTo("asset-v1:a+b+c+type@asset+block@n.png");
  }
}
