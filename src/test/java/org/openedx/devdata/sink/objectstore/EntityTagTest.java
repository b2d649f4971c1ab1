package org.openedx.devdata.sink.objectstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntityTagTest {

  private static final byte[] BYTES = "hello".getBytes(StandardCharsets.UTF_8);
  private static final String MD5 = "\"5d41402abc4b2a76b9719d911017c592\"";

  @Test
  void tagOfTheBytesThatWereSentIsGood() {
    assertThatCode(() -> EntityTag.of(MD5, null).check("k", BYTES, 5)).doesNotThrowAnyException();
    assertThatCode(() -> EntityTag.of(MD5.toUpperCase(), "AES256").check("k", BYTES, 5))
        .doesNotThrowAnyException();
  }

  @Test
  void tagOfOtherBytesIsNot() {
    assertThatThrownBy(() -> EntityTag.of(MD5, null).check("k", BYTES, 4))
        .hasMessageContaining("has stored other bytes of k than were sent");
  }

  @Test
  void noTagIsNoSuccess() {
    assertThatThrownBy(() -> EntityTag.of(null, null).check("k", BYTES, 5))
        .hasMessageContaining("(no ETag)");
    assertThatThrownBy(() -> EntityTag.of("", null).checkThere("k"))
        .hasMessageContaining("(no ETag)");
  }

  @Test
  void tagThatIsNoDigestIsNotCompared() {
    assertThatCode(() -> EntityTag.of(MD5, "aws:kms").check("k", BYTES, 4))
        .doesNotThrowAnyException();
    assertThatCode(() -> EntityTag.of("\"abc-3\"", null).check("k", BYTES, 4))
        .doesNotThrowAnyException();
  }
}
