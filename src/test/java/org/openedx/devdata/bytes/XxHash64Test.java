package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash64Test {

  /** The values are those of ClickHouse's {@code hex(xxHash64(text))}. */
  @ParameterizedTest
  @CsvSource({
    "'', EF46DB3751D8E999",
    "a, D24EC4F1A98C6E5B",
    "abc, 44BC2CF5AD770999",
    "Nobody inspects the spammish repetition, FBCEA83C8A378BF1",
  })
  void agreesWithThePublishedValues(String text, String expected) {
    byte[] bytes = ("-" + text).getBytes(StandardCharsets.US_ASCII);
    assertThat(Long.toHexString(XxHash64.of(bytes, 1, text.length())))
        .isEqualToIgnoringCase(expected);
  }

  @Test
  void agreesWithLz4JavaForAnyLengthAndOffset() {
    XXHash64 theirs = XXHashFactory.safeInstance().hash64();
    Random random = new Random(5);
    byte[] bytes = new byte[5_000];
    random.nextBytes(bytes);
    for (int n = 0; n < 5_000; n++) {
      int offset = random.nextInt(64);
      int length = n < 300 ? n : random.nextInt(bytes.length - 64);
      assertThat(XxHash64.of(bytes, offset, length))
          .as("%d bytes from %d", length, offset)
          .isEqualTo(theirs.hash(bytes, offset, length, 0));
    }
  }
}
