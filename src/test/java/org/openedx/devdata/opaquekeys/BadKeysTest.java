package org.openedx.devdata.opaquekeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are refused, and what a person is told about each. */
class BadKeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | it is empty",
        "edX | it has no namespace such as 'course-v1:'",
        "edX+DemoX+R | it has no namespace, did you mean 'course-v1:edX+DemoX+R'",
        "course-v1: | its org is empty",
        "course-v1:edX | it has 1 part, a course is missing",
        "course-v1:edX+DemoX | it has 2 parts, a run is missing",
        "course-v1:edX+DemoX+ | it ends in '+'",
        "course-v1:edX+DemoX+R+ | it ends in '+'",
        "course-v1:edX++R | its course is empty",
        "course-v1:+a+b | its org is empty",
        "course-v1:a+b+c+d | 'd' is one part too many",
        "course-v1:a+b+c++branch@x | it has an empty part",
        "course-v1:a%+c+d | '%' is not allowed in its org, only letters, digits and _ - ~ . :",
        "course-v1:a/b+c+d | '/' is not allowed in its org, only letters, digits and _ - ~ . :",
        "course-v1:a@b+c+d | '@' is not allowed in its org, only letters, digits and _ - ~ . :",
        "course-v1:a b+c+d | it has a blank or control character at position 12",
        "\" course-v1:a+b+c\" | it has a blank or control character at position 1",
        "\"course-v1:a+b+c \" | it has a blank or control character at position 16",
        "\"course-v1:a+b+c\n\" | it ends in a newline",
        "\"course-v1:a\u00a0+b+c\" | it has a blank or control character at position 12",
        "\"course-v1:a\u2028+b+c\" | it has a blank or control character at position 12",
        "course-v2:a+b+c | namespace 'course-v2' is not known, did you mean 'course-v1'",
        "Course-V1:a+b+c | namespace 'Course-V1' is not known, did you mean 'course-v1'",
        "course:a+b+c | namespace 'course' is not known, did you mean 'course-v1'",
        "slashes:a+b+c | namespace 'slashes' is not known",
        ":a+b+c | namespace '' is not known",
        "block-v1:a+b+c+type@d+block@e | it is the key of a block",
        "lib:a:b | it is the key of a library",
        "course-v1:a+b+c+branch@ | its branch is empty",
        "course-v1:a+b+c+version@519665f6223ebd6980884f2 | version has 23 hex digits instead of 24",
        "course-v1:a+b+c+version@519665F6223EBD6980884F2B"
            + " | 'F' is not allowed in its version, only 0-9 and a-f",
        "course-v1:a+b+c+version@519665f6223ebd6980884f2b+branch@x | 'branch@x' is out of place",
        "course-v1:version@519665f6223ebd6980884f2b | it has 0 parts, an org is missing",
        "course-v1:a+b+c+type@d+block@e | 'type@d' is out of place",
        "course-v1:a\u0300+b+c | '\u0300' is not allowed in its org, only letters, digits and _ - ~ . :",
        "course-v1:a+b+\u203f | '\u203f' is not allowed in its run, only letters, digits and _ - ~ . :",
        "course-v1:a+b+\u200d | '\u200d' is not allowed in its run, only letters, digits and _ - ~ . :",
        "course-v1:a+b+\u24b6 | '\u24b6' is not allowed in its run, only letters, digits and _ - ~ . :",
        "edX/toy | it has 2 parts, a run is missing",
        "edX/toy/2012/Fall | 'Fall' is one part too many",
        "edX//x | its course is empty",
        "/a/b | its org is empty",
        "a/b/ | its run is empty",
        "edX/toy/2012:Fall | ':' is not allowed in its run, only letters, digits and _ . % -",
        "edX/toy/2012~Fall | '~' is not allowed in its run, only letters, digits and _ . % -",
        "a/b/c+d | '+' is not allowed in its run, only letters, digits and _ . % -",
        "branch@a/b/c | '@' is not allowed in its org, only letters, digits and _ . % -",
        "library-v1:edX | it has 1 part, a library name is missing",
        "library-v1:edX+lib+library | 'library' is one part too many",
        "ccx-v1:edX+D+R | the part 'ccx@' is missing",
        "ccx-v1:edX+D+R+ccx@ | its ccx is empty",
        "ccx-v1:edX+D+R+ccx@abc | 'a' is not allowed in its ccx, only digits",
        "ccx-v1:edX+D+R+ccx@1+branch@b | 'branch@b' is out of place",
      })
  void courseKeyIsRefused(String text, String reason) {
    assertThatThrownBy(() -> CourseKey.parse(text))
        .asInstanceOf(type(InvalidKeyException.class))
        .extracting(InvalidKeyException::reason)
        .isEqualTo(reason);
    assertThat(CourseKey.isValid(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "block-v1:edX+D+R | the part 'type@' is missing",
        "block-v1:edX+D+R+type@problem | the part 'block@' is missing",
        "block-v1:edX+D+type@problem+block@a | it has 2 parts, a run is missing",
        "block-v1:edX+D+R+block@a+type@problem"
            + " | 'block@a' is out of place, 'type@' should come here",
        "block-v1:edX+D+R+type@+block@a | its type is empty",
        "block-v1:edX+D+R+type@problem+block@ | its block is empty",
        "block-v1:edX+D+R+type@problem+block@a+b | 'b' is one part too many",
        "block-v1:edX+D+R+type@problem+block@a@b"
            + " | '@' is not allowed in its block, only letters, digits and _ - ~ . :",
        "block-v1:edX+D+R+type@problem+block@a%b"
            + " | '%' is not allowed in its block, only letters, digits and _ - ~ . :",
        "block-v1:edX+D+R+type@problem+block@a/b"
            + " | '/' is not allowed in its block, only letters, digits and _ - ~ . :",
        "\"block-v1:edX+D+R+type@problem+block@a\n\" | it ends in a newline",
        "block-v1:edX+D+R+type@problem+block@a+ | it ends in '+'",
        "course-v1:edX+D+R | it is the key of a course",
        "edX/toy/2012_Fall | it has no namespace such as 'block-v1:'",
        "block:edX+D+R+type@p+block@a"
            + " | namespace 'block' is not known, did you mean 'block-v1'",
        "i4x:edX/toy/problem/abc | 'i4x:' is not followed by '//'",
        "i4x://edX/toy/problem | it has 3 parts, a name is missing",
        "i4x://edX/toy/problem/ | its name is empty",
        "i4x://edX/toy/problem/a/b | 'b' is one part too many",
        "i4x://edX/toy/problem/abc@ | its revision is empty",
        "i4x://edX/to:y/problem/a"
            + " | ':' is not allowed in its course, only letters, digits and _ . % -",
        "ccx-block-v1:edX+D+R+type@problem+block@a"
            + " | 'type@problem' is out of place, 'ccx@' should come here",
        "lib-block-v1:edX+lib+run+type@problem+block@a"
            + " | 'run' is one part too many, 'type@' should come here",
        "lb:edX:slug:problem | it has 3 parts, an id is missing",
        "lb:edX:slug:problem:id:x | 'x' is one part too many",
        "lb:edX:slug:probl\u00e9me:id"
            + " | '\u00e9' is not allowed in its type, only ASCII letters, digits and _ - .",
        "lb:edX:slug:problem:i~d | '~' is not allowed in its id, only letters, digits and _ - .",
        "aside-usage-v1:block-v1:edX+D+R+type@p+block@a::x | keys of asides are not supported",
        "/c4x/edX/toy/asset/a.png | it is a legacy asset location",
      })
  void usageKeyIsRefused(String text, String reason) {
    assertThatThrownBy(() -> UsageKey.parse(text))
        .asInstanceOf(type(InvalidKeyException.class))
        .extracting(InvalidKeyException::reason)
        .isEqualTo(reason);
    assertThat(UsageKey.isValid(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "lib:edX: | its slug is empty",
        "lib:\u00e9dX:slug"
            + " | '\u00e9' is not allowed in its org, only ASCII letters, digits and _ - .",
        "lib:edX:sl~ug | '~' is not allowed in its slug, only letters, digits and _ - .",
        "lib:edX:slug:x | 'x' is one part too many",
        "\"lib:edX:slug\n\" | it ends in a newline",
        "lct:edX:slug:foo:id | its type 'foo' is none of 'unit', 'subsection', 'section'",
        "lib-collection:edX:slug | it has 2 parts, an id is missing",
        "asset-v1:edX+D+R+type@asset | the part 'block@' is missing",
        "asset-v1:edX+D+R+type@asset+block@a(1).png"
            + " | '(' is not allowed in its block, only letters, digits and _ - ~ . : %",
        "def-v1:519665f6+type@problem | its id has 8 hex digits instead of 24",
        "nonsense-v9:x | namespace 'nonsense-v9' is not known",
      })
  void otherKeyIsRefused(String text, String reason) {
    assertThatThrownBy(() -> OpaqueKey.parse(text))
        .asInstanceOf(type(InvalidKeyException.class))
        .extracting(InvalidKeyException::reason)
        .isEqualTo(reason);
  }

  @Test
  void messageSaysWhatWasGivenWhatIsWrongAndWhatIsExpected() {
    assertThatThrownBy(() -> CourseKey.parse("course-v1:edX+DemoX"))
        .hasMessage(
            "'course-v1:edX+DemoX' is not a valid course key: it has 2 parts, a run is missing;"
                + " expected course-v1:ORG+COURSE+RUN");
  }

  @Test
  void messageIsOneLineAndShortWhateverWasGiven() {
    assertThatThrownBy(() -> CourseKey.parse("x\n\u0007" + "y".repeat(10_000)))
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("'x\\n\\u0007yyy")
        .contains("yyy...' is not a valid course key: it has 10003 characters, at most 255")
        .hasSizeLessThan(300)
        .doesNotContain("\n");
  }

  @Test
  void lengthIsCountedInCharactersAsTheDatabaseDoes() {
    String start = "course-v1:edX+DemoX+";

    assertThat(CourseKey.isValid(start + "r".repeat(255 - start.length()))).isTrue();
    assertThat(CourseKey.isValid(start + "r".repeat(256 - start.length()))).isFalse();
    assertThat(CourseKey.isValid(start + "\ud800\udf30".repeat(255 - start.length()))).isTrue();
    assertThat(CourseKey.isValid(start + "\ud800\udf30".repeat(256 - start.length()))).isFalse();
  }

  @Test
  void loneSurrogateIsRefused() {
    assertThat(CourseKey.isValid("course-v1:a+b+c\ud800")).isFalse();
  }
}
