package org.openedx.devdata.sink.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.bytes.OutputBytes;

class CodecTest {

  static Stream<Codec> codecs() {
    return Stream.concat(
        Codecs.NAMES.stream().map(name -> Codecs.of(name, OptionalInt.empty())),
        Stream.of(Codecs.of("gzip", OptionalInt.of(6)), Codecs.of("zstd", OptionalInt.of(3))));
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void piecesAfterEachOtherReadAsOne(Codec codec) throws IOException {
    OutputBytes target = new OutputBytes(1);
    byte[] first = text(50_000);
    byte[] second = text(3);
    try (Compressor compressor = codec.compressor()) {
      compressor.compress(first, first.length, target);
      compressor.compress(second, second.length - 1, target);
    }
    byte[] back = open(codec, target.toByteArray()).readAllBytes();
    OutputBytes expected = new OutputBytes(1);
    expected.put(first);
    expected.put(second, 0, second.length - 1);
    assertThat(back).isEqualTo(expected.toByteArray());
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void equalInputGivesEqualBytes(Codec codec) {
    byte[] source = text(20_000);
    OutputBytes one = new OutputBytes(1);
    OutputBytes other = new OutputBytes(1 << 20);
    try (Compressor compressor = codec.compressor();
        Compressor again = codec.compressor()) {
      compressor.compress(text(7_000), 60_000, new OutputBytes(1));
      compressor.compress(source, source.length, one);
      again.compress(source, source.length, other);
    }
    assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
  }

  @Test
  void gzipIsOursUnlessAHigherLevelIsAskedFor() {
    assertThat(Codecs.of("gzip", OptionalInt.empty()).description())
        .isEqualTo("gzip by devdata, level 1");
    assertThat(Codecs.of("gzip", OptionalInt.of(6)).description())
        .isEqualTo("gzip by jdk, level 6");
  }

  @Test
  void refusesAnUnknownNameAndLevel() {
    assertThatThrownBy(() -> Codecs.of("zip", OptionalInt.empty()))
        .hasMessage("unknown compression 'zip', use one of gzip, zstd, lz4, none");
    assertThatThrownBy(() -> Codecs.of("gzip", OptionalInt.of(10)))
        .hasMessage("gzip has no level 10, use 1 to 9");
  }

  private static byte[] text(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("line ").append(i * 7919L % 1009).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream open(Codec codec, byte[] bytes) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    return switch (codec.suffix()) {
      case ".gz" -> new GZIPInputStream(in);
      case ".zst" -> new ZstdInputStream(in);
      case ".lz4" -> new LZ4FrameInputStream(in);
      default -> in;
    };
  }
}
