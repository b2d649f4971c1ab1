package org.openedx.devdata.sink.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.bytes.OutputBytes;

class FastDeflateTest {

  private static final int PIECE = 1 << 20;

  static Stream<Arguments> contents() {
    return Stream.of(
        Arguments.of("nothing", new byte[0]),
        Arguments.of("one byte", new byte[] {7}),
        Arguments.of(
            "too short for a match", "abcabcabcabcabc".getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("one byte repeated", new byte[PIECE]),
        Arguments.of("noise", noise(PIECE, 256)),
        Arguments.of("digits", noise(PIECE, 10)),
        Arguments.of("rows", rows(1, PIECE)),
        Arguments.of("a match at the far end of the window", far(32_768)),
        Arguments.of("a match beyond the window", far(32_769)),
        Arguments.of("a match 2^16 back", far(65_536)),
        Arguments.of("more matches than a block has", manyMatches()),
        Arguments.of("codes that would be too long", skewed()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void whatIsPackedComesBack(String name, byte[] content) throws DataFormatException {
    assertThat(unpacked(packed(new FastDeflate(), content, content.length), content.length))
        .as(name)
        .isEqualTo(content);
  }

  @Test
  void everyLengthComesBack() throws DataFormatException {
    byte[] rows = rows(2, 2_000);
    FastDeflate deflate = new FastDeflate();
    for (int length = 0; length <= rows.length; length++) {
      assertThat(unpacked(packed(deflate, rows, length), length))
          .isEqualTo(Arrays.copyOf(rows, length));
    }
  }

  @Test
  void packingDependsNeitherOnWhatWasPackedBeforeNorOnWhatFollowsInTheArray() {
    FastDeflate used = new FastDeflate();
    for (int piece = 0; piece < 200; piece++) {
      byte[] content = rows(piece, 1_000 + 97 * piece);
      byte[] alone = packed(new FastDeflate(), content, content.length);
      byte[] followed = Arrays.copyOf(content, content.length + 1_000);
      Arrays.fill(followed, content.length, followed.length, (byte) piece);
      assertThat(packed(used, followed, content.length)).isEqualTo(alone);
    }
  }

  @Test
  void theBytesAreTheSameOnEveryMachine() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    FastDeflate deflate = new FastDeflate();
    for (int piece = 0; piece < 20; piece++) {
      digest.update(packed(deflate, rows(piece, PIECE / 4), PIECE / 4));
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("52d0e03388b90d701c4ad5fec9d1b182a8f60e2344262dadbe4ec3c8d53ab60e");
  }

  @Test
  void noiseGrowsLittle() {
    assertThat(packed(new FastDeflate(), noise(PIECE, 256), PIECE).length)
        .isLessThan(PIECE + PIECE / 100);
  }

  @Test
  void rowsArePackedAsWellAsByZlibsMiddleLevels() {
    byte[] rows = rows(3, PIECE);
    OutputBytes byZlib = new OutputBytes(PIECE);
    try (Compressor compressor = new JdkGzip(4).compressor()) {
      compressor.compress(rows, rows.length, byZlib);
    }
    assertThat(packed(new FastDeflate(), rows, rows.length).length)
        .isLessThan(byZlib.length() * 11 / 10);
  }

  private static byte[] packed(FastDeflate deflate, byte[] content, int length) {
    OutputBytes target = new OutputBytes(1);
    target.put("before");
    deflate.deflate(content, length, target);
    return Arrays.copyOfRange(target.array(), 6, target.length());
  }

  private static byte[] unpacked(byte[] packed, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] content = new byte[length + 1];
      int count = inflater.inflate(content);
      assertThat(inflater.finished()).isTrue();
      assertThat(inflater.getRemaining()).isZero();
      return Arrays.copyOf(content, count);
    } finally {
      inflater.end();
    }
  }

  /** Lines with identifiers and times in a template that repeats. */
  private static byte[] rows(long seed, int length) {
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder();
    while (rows.length() < length) {
      rows.append("{\"id\":\"")
          .append(HexFormat.of().toHexDigits(random.nextLong()))
          .append("\",\"timestamp\":\"2025-01-27T00:00:")
          .append(random.nextInt(60))
          .append("+00:00\",\"verb\":\"http://adlnet.gov/expapi/verbs/")
          .append(random.nextBoolean() ? "registered" : "completed")
          .append("\",\"object\":{\"objectType\":\"Activity\",\"name\":\"Course ")
          .append(random.nextInt(50))
          .append("\"}}\r\n");
    }
    return Arrays.copyOf(rows.toString().getBytes(StandardCharsets.US_ASCII), length);
  }

  private static byte[] noise(int length, int values) {
    Random random = new Random(4);
    byte[] noise = new byte[length];
    for (int i = 0; i < length; i++) {
      noise[i] = (byte) random.nextInt(values);
    }
    return noise;
  }

  /** The same hundred bytes twice, that far from each other, in the middle of noise. */
  private static byte[] far(int distance) {
    byte[] content = noise(distance + 1_000, 256);
    System.arraycopy(content, 300, content, 300 + distance, 100);
    return content;
  }

  private static byte[] manyMatches() {
    byte[] words = noise(256 * 8, 256);
    Random random = new Random(5);
    byte[] content = new byte[PIECE];
    for (int at = 0; at + 9 <= PIECE; at += 9) {
      System.arraycopy(words, random.nextInt(256) * 8, content, at, 8);
      content[at + 8] = (byte) random.nextInt(256);
    }
    return content;
  }

  /** Bytes as frequent as Fibonacci's numbers, which make the deepest tree. */
  private static byte[] skewed() {
    byte[] content = new byte[PIECE];
    int at = 0;
    int count = 1;
    int next = 1;
    for (int value = 0; at < PIECE; value++) {
      int end = Math.min(PIECE, at + count);
      Arrays.fill(content, at, end, (byte) value);
      at = end;
      int sum = count + next;
      count = next;
      next = sum;
    }
    Random random = new Random(6);
    for (int i = PIECE - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      byte kept = content[i];
      content[i] = content[other];
      content[other] = kept;
    }
    return content;
  }
}
