package org.openedx.devdata.sink.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.bytes.OutputBytes;

/** Files of several parts: all of it comes back, or reading fails. */
class UnpackingTest {

  private static byte[] packed(String compression, byte[]... pieces) {
    OutputBytes target = new OutputBytes(1);
    try (Compressor compressor = Codecs.of(compression, OptionalInt.empty()).compressor()) {
      for (byte[] piece : pieces) {
        compressor.compress(piece, piece.length, target);
      }
    }
    return target.toByteArray();
  }

  private static byte[] unpacked(String compression, byte[] packed) throws IOException {
    try (InputStream in = Unpacking.of(compression, new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static byte[] text(int length, int letters) {
    SplittableRandom random = new SplittableRandom(length);
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) ('a' + random.nextInt(letters));
    }
    return text;
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4", "none"})
  void allPartsComeBack(String compression) throws IOException {
    byte[] tight = text(2_000_000, 1);
    byte[] loose = text(1_000_000, 26);

    byte[] content = unpacked(compression, packed(compression, tight, loose, new byte[] {'z'}));

    assertThat(content).hasSize(3_000_001).endsWith('z');
    assertThat(Arrays.copyOf(content, 2_000_000)).isEqualTo(tight);
    assertThat(Arrays.copyOfRange(content, 2_000_000, 3_000_000)).isEqualTo(loose);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4"})
  void aCutAnywhereWithinAPartIsNoticed(String compression) {
    byte[] first = text(500, 4);
    int boundary = packed(compression, first).length;
    byte[] whole = packed(compression, first, text(400, 4));

    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length != boundary) {
        assertThatThrownBy(() -> unpacked(compression, cut))
            .as("%d of %d bytes", length, whole.length)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4"})
  void aPartThatIsBrokenIsNoticed(String compression) {
    byte[] whole = packed(compression, text(500, 4), text(400, 4));
    Arrays.fill(whole, whole.length - 60, whole.length - 20, (byte) 0xff);

    assertThatThrownBy(() -> unpacked(compression, whole)).isInstanceOf(IOException.class);
  }
}
