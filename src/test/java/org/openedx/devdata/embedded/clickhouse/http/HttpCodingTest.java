package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

class HttpCodingTest {

  @ParameterizedTest
  @EnumSource(HttpCoding.class)
  void whatIsEncodedComesBack(HttpCoding coding) throws IOException {
    byte[] text = "statement ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = coding.encode(bytes)) {
      out.write(text);
    }
    assertThat(coding.decode(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes())
        .isEqualTo(text);
  }

  @Test
  void linkedBlocksOfPythonsClientsAreRead() throws IOException {
    byte[] text = "statement ".repeat(30_000).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var linked =
        new FramedLZ4CompressorOutputStream.Parameters(
            FramedLZ4CompressorOutputStream.BlockSize.K64, true, false, true);
    try (OutputStream out = new FramedLZ4CompressorOutputStream(bytes, linked)) {
      out.write(text);
    }
    assertThat(HttpCoding.LZ4.decode(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes())
        .isEqualTo(text);
  }

  @Test
  void bestOfWhatTheClientTakesIsChosen() {
    assertThat(HttpCoding.ofAnswer(List.of("br, gzip, zstd;q=0.5"))).isEqualTo(HttpCoding.ZSTD);
    assertThat(HttpCoding.ofAnswer(List.of("gzip"))).isEqualTo(HttpCoding.GZIP);
    assertThat(HttpCoding.ofAnswer(List.of("zstd;q=0, gzip"))).isEqualTo(HttpCoding.GZIP);
    assertThat(HttpCoding.ofAnswer(List.of("br"))).isEqualTo(HttpCoding.IDENTITY);
    assertThat(HttpCoding.ofAnswer(List.of())).isEqualTo(HttpCoding.IDENTITY);
  }

  @Test
  void unknownCodingOfABodyIsRefused() {
    assertThatThrownBy(() -> HttpCoding.ofRequest("br"))
        .isInstanceOf(ChdbException.class)
        .hasMessageContaining("br");
  }
}
